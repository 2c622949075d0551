/** Other ORMs, doing the work of {@link io.quintet.benchmarks.orm.OrmBenchmark}. */
@NullMarked
package io.quintet.benchmarks.orm;

import org.jspecify.annotations.NullMarked;
