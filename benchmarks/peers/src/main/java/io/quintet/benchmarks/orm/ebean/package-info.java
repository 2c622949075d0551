/** The tables as Ebean's entities; the plugin of Ebean enhances this package. */
@NullMarked
package io.quintet.benchmarks.orm.ebean;

import org.jspecify.annotations.NullMarked;
