package io.quintet.orm.internal.dialect.postgresql;

import io.quintet.orm.internal.dialect.AggregateSpelling;
import io.quintet.orm.internal.dialect.FunctionTable;
import io.quintet.orm.internal.dialect.Spelling;
import io.quintet.orm.internal.functions.AggregateFunction;

/** Aggregates. */
public final class PostgresAggregates implements AggregateSpelling {
  /** Adds the spellings. */
  public static void add(FunctionTable.Builder table) {
    table.add(AggregateFunction.ARRAY_AGG, Spelling.named("JSONB_AGG"));
  }
}
