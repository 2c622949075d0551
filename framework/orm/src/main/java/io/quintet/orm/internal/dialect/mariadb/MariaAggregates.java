package io.quintet.orm.internal.dialect.mariadb;

import io.quintet.orm.expr.SqlFunction;
import io.quintet.orm.internal.dialect.AggregateSpelling;
import io.quintet.orm.internal.dialect.FunctionTable;
import io.quintet.orm.internal.dialect.Spelling;
import io.quintet.orm.internal.functions.AggregateFunction;
import io.quintet.orm.internal.functions.Types;
import io.quintet.orm.internal.sql.Fragment;
import java.util.List;

/** Aggregates. */
public final class MariaAggregates implements AggregateSpelling {
  /** Adds the spellings. */
  public static void add(FunctionTable.Builder table) {
    table
        .add(AggregateFunction.AVG, MariaAggregates::average)
        .add(AggregateFunction.ARRAY_AGG, Spelling.named("JSON_ARRAYAGG"))
        .add(
            AggregateFunction.STRING_AGG,
            (function, a) ->
                a.size() == 1
                    ? Fragment.sql("GROUP_CONCAT({})", a.getFirst())
                    : Fragment.sql("GROUP_CONCAT({} SEPARATOR {})", a.get(0), a.get(1)));
  }

  /** The average of whole numbers would have four decimal places. */
  private static Fragment average(SqlFunction function, List<Fragment> arguments) {
    Fragment value = arguments.getFirst();
    return Types.isWhole(value.type())
        ? Fragment.sql("AVG({} + 0E0)", value)
        : Fragment.call("AVG", arguments);
  }
}
