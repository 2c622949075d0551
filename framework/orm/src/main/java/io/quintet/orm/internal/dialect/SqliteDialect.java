package io.quintet.orm.internal.dialect;

import io.quintet.orm.internal.dialect.sqlite.SqliteAggregates;
import io.quintet.orm.internal.dialect.sqlite.SqliteArithmetic;
import io.quintet.orm.internal.dialect.sqlite.SqliteDates;
import io.quintet.orm.internal.dialect.sqlite.SqliteGeneral;
import io.quintet.orm.internal.dialect.sqlite.SqliteJson;
import io.quintet.orm.internal.dialect.sqlite.SqliteLookups;
import io.quintet.orm.internal.dialect.sqlite.SqliteMath;
import io.quintet.orm.internal.dialect.sqlite.SqliteText;
import io.quintet.orm.meta.ColumnReader;
import java.sql.ResultSet;

final class SqliteDialect implements Dialect {
  static final SqliteDialect INSTANCE = new SqliteDialect();

  private static final Features FEATURES =
      new Features(false, 30_000, true, true, false, true, true, true);

  private final Operations operations = new SqliteOperations();
  private final FunctionTable functions =
      FunctionTable.of(
          SqliteText::add,
          SqliteMath::add,
          SqliteGeneral::add,
          SqliteDates::add,
          SqliteAggregates::add);
  private final AggregateSpelling aggregates = new SqliteAggregates();
  private final ArithmeticSpelling arithmetic = new SqliteArithmetic();
  private final TextLookups lookups = new SqliteLookups();
  private final JsonSpelling json = new SqliteJson();
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
    return new SqliteReader(rows);
  }
}
