package io.quintet.orm.internal.dialect;

import io.quintet.orm.internal.dialect.postgresql.PostgresAggregates;
import io.quintet.orm.internal.dialect.postgresql.PostgresArithmetic;
import io.quintet.orm.internal.dialect.postgresql.PostgresDates;
import io.quintet.orm.internal.dialect.postgresql.PostgresGeneral;
import io.quintet.orm.internal.dialect.postgresql.PostgresJson;
import io.quintet.orm.internal.dialect.postgresql.PostgresLookups;
import io.quintet.orm.internal.dialect.postgresql.PostgresMath;
import io.quintet.orm.internal.dialect.postgresql.PostgresText;
import io.quintet.orm.meta.ColumnReader;
import java.sql.ResultSet;

final class PostgresDialect implements Dialect {
  static final PostgresDialect INSTANCE = new PostgresDialect();

  private static final Features FEATURES =
      new Features(true, 60_000, false, false, true, true, true, false);

  private final Operations operations = new PostgresOperations();
  private final FunctionTable functions =
      FunctionTable.of(
          PostgresText::add,
          PostgresMath::add,
          PostgresGeneral::add,
          PostgresDates::add,
          PostgresAggregates::add);
  private final AggregateSpelling aggregates = new PostgresAggregates();
  private final ArithmeticSpelling arithmetic = new PostgresArithmetic();
  private final TextLookups lookups = new PostgresLookups();
  private final JsonSpelling json = new PostgresJson();
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
  public FunctionTable functions() {
    return functions;
  }

  @Override
  public AggregateSpelling aggregates() {
    return aggregates;
  }

  @Override
  public ArithmeticSpelling arithmetic() {
    return arithmetic;
  }

  @Override
  public TextLookups lookups() {
    return lookups;
  }

  @Override
  public JsonSpelling json() {
    return json;
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
