/**
 * The ORM against hand-written JDBC and other ORMs: equal work on equal tables, on SQLite and on
 * PostgreSQL.
 */
@NullMarked
package io.quintet.benchmarks.orm;

import org.jspecify.annotations.NullMarked;
