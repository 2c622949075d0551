package io.quintet.orm.internal.dialect;

import io.quintet.orm.meta.ColumnReader;
import java.sql.ResultSet;

final class SqliteDialect implements Dialect {
  static final SqliteDialect INSTANCE = new SqliteDialect();

  private static final Features FEATURES = new Features(false, 30_000, true, false);

  private final Operations operations = new SqliteOperations();
  private final Failures failures = new SqliteFailures();

  @Override
  public String name() {
    return "sqlite";
  }

  @Override
  public Features features() {
    return FEATURES;
  }

  @Override
  public Operations operations() {
    return operations;
  }

  @Override
  public Failures failures() {
    return failures;
  }

  @Override
  public ColumnReader reader(ResultSet rows) {
    return new SqliteReader(rows);
  }
}
