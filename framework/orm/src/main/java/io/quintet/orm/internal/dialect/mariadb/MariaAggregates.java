package io.quintet.orm.internal.dialect.mariadb;

import io.quintet.orm.internal.dialect.AggregateSpelling;
import io.quintet.orm.internal.dialect.FunctionTable;
import io.quintet.orm.internal.dialect.Spelling;
import io.quintet.orm.internal.functions.AggregateFunction;
import io.quintet.orm.internal.sql.Fragment;

/** Aggregates. */
public final class MariaAggregates implements AggregateSpelling {
  /** Adds the spellings. */
  public static void add(FunctionTable.Builder table) {
    table
        .add(AggregateFunction.ARRAY_AGG, Spelling.named("JSON_ARRAYAGG"))
        .add(
            AggregateFunction.STRING_AGG,
            (function, a) ->
                a.size() == 1
                    ? Fragment.sql("GROUP_CONCAT({})", a.getFirst())
                    : Fragment.sql("GROUP_CONCAT({} SEPARATOR {})", a.get(0), a.get(1)));
  }
}
