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
