package io.quintet.orm.internal.dialect;

import io.quintet.orm.meta.ColumnReader;
import java.sql.ResultSet;

final class PostgresDialect implements Dialect {
  static final PostgresDialect INSTANCE = new PostgresDialect();

  private static final Features FEATURES = new Features(true, 60_000, false, true);

  private final Operations operations = new PostgresOperations();
  private final Failures failures = new PostgresFailures();

  @Override
  public String name() {
    return "postgresql";
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
    return new PostgresReader(rows);
  }
}
