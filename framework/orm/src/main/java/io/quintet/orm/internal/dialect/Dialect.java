package io.quintet.orm.internal.dialect;

import io.quintet.orm.meta.ColumnReader;
import java.sql.ResultSet;

/** One kind of database, by question. */
public interface Dialect {
  /** {@code sqlite} or {@code postgresql}. */
  String name();

  /** What it can do. */
  Features features();

  /** How SQL is spelled. */
  Operations operations();

  /** How functions are spelled. */
  FunctionTable functions();

  /** How aggregates are spelled. */
  AggregateSpelling aggregates();

  /** How arithmetic is spelled. */
  ArithmeticSpelling arithmetic();

  /** How text is compared by patterns. */
  TextLookups lookups();

  /** How JSON is reached into. */
  JsonSpelling json();

  /** How errors are understood. */
  Failures failures();

  /** A reader of the current row of a result. */
  ColumnReader reader(ResultSet rows);

  /** SQLite. */
  static Dialect sqlite() {
    return SqliteDialect.INSTANCE;
  }

  /** PostgreSQL. */
  static Dialect postgresql() {
    return PostgresDialect.INSTANCE;
  }
}
