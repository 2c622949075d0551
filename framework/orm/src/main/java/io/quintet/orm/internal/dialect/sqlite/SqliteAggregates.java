package io.quintet.orm.internal.dialect.sqlite;

import io.quintet.orm.internal.dialect.AggregateSpelling;
import io.quintet.orm.internal.dialect.FunctionTable;
import io.quintet.orm.internal.dialect.Spelling;
import io.quintet.orm.internal.functions.AggregateFunction;

/** Aggregates; those that SQLite lacks are added to the connection. */
public final class SqliteAggregates implements AggregateSpelling {
  /** Adds the spellings. */
  public static void add(FunctionTable.Builder table) {
    table
        .add(AggregateFunction.ARRAY_AGG, Spelling.named("JSON_GROUP_ARRAY"))
        .add(AggregateFunction.STDDEV_POP, Spelling.named("quintet_stddev_pop"))
        .add(AggregateFunction.STDDEV_SAMP, Spelling.named("quintet_stddev_samp"))
        .add(AggregateFunction.VAR_POP, Spelling.named("quintet_var_pop"))
        .add(AggregateFunction.VAR_SAMP, Spelling.named("quintet_var_samp"));
  }
}
