package io.quintet.orm.internal.dialect.postgresql;

import io.quintet.orm.expr.SqlFunction;
import io.quintet.orm.internal.dialect.FunctionTable;
import io.quintet.orm.internal.functions.MathFunction;
import io.quintet.orm.internal.sql.Fragment;
import io.quintet.orm.meta.FieldType;
import java.util.ArrayList;
import java.util.List;

/** Functions of numbers. Some exist for {@code numeric} only. */
public final class PostgresMath {
  private PostgresMath() {}

  /** Adds the spellings. */
  public static void add(FunctionTable.Builder table) {
    table
        .add(MathFunction.LOG, PostgresMath::numeric)
        .add(MathFunction.MOD, PostgresMath::numeric)
        .add(MathFunction.ROUND, PostgresMath::round);
  }

  private static Fragment numeric(SqlFunction function, List<Fragment> arguments) {
    return Fragment.call(function.name(), arguments.stream().map(PostgresMath::asNumeric).toList());
  }

  static Fragment asNumeric(Fragment value) {
    return value.type() instanceof FieldType.Float64 ? Fragment.sql("({})::numeric", value) : value;
  }

  private static Fragment round(SqlFunction function, List<Fragment> arguments) {
    List<Fragment> rounded = new ArrayList<>();
    rounded.add(asNumeric(arguments.getFirst()));
    if (arguments.size() > 1) {
      rounded.add(Fragment.sql("({})::integer", arguments.get(1)));
    }
    return Fragment.call("ROUND", rounded);
  }
}
