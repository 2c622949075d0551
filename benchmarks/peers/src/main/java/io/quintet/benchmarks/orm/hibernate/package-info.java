/** The tables as Hibernate's entities. */
@NullMarked
package io.quintet.benchmarks.orm.hibernate;

import org.jspecify.annotations.NullMarked;
