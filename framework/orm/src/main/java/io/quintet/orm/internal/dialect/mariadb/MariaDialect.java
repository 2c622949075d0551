package io.quintet.orm.internal.dialect.mariadb;

import io.quintet.orm.internal.dialect.AggregateSpelling;
import io.quintet.orm.internal.dialect.ArithmeticSpelling;
import io.quintet.orm.internal.dialect.Dialect;
import io.quintet.orm.internal.dialect.Failures;
import io.quintet.orm.internal.dialect.Features;
import io.quintet.orm.internal.dialect.FunctionTable;
import io.quintet.orm.internal.dialect.JsonSpelling;
import io.quintet.orm.internal.dialect.Operations;
import io.quintet.orm.internal.dialect.TextLookups;
import io.quintet.orm.meta.ColumnReader;
import java.sql.ResultSet;

/** MariaDB from 10.7 on. */
public final class MariaDialect implements Dialect {
  /** The dialect. */
  public static final MariaDialect INSTANCE = new MariaDialect();

  private MariaDialect() {}

  private static final Features FEATURES =
      new Features(true, 60_000, false, true, false, false, false, true);

  private final Operations operations = new MariaOperations();
  private final FunctionTable functions =
      FunctionTable.of(
          MariaText::add, MariaMath::add, MariaGeneral::add, MariaDates::add, MariaAggregates::add);
  private final AggregateSpelling aggregates = new MariaAggregates();
  private final ArithmeticSpelling arithmetic = new MariaArithmetic();
  private final TextLookups lookups = new MariaLookups();
  private final JsonSpelling json = new MariaJson();
  private final Failures failures = new MariaFailures();

  @Override
  public String name() {
    return "mariadb";
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
    return new MariaReader(rows);
  }
}
