package io.quintet.orm.internal.dialect.mariadb;

import io.quintet.orm.expr.SqlFunction;
import io.quintet.orm.internal.dialect.FunctionTable;
import io.quintet.orm.internal.dialect.Spelling;
import io.quintet.orm.internal.functions.MathFunction;
import io.quintet.orm.internal.sql.Fragment;
import io.quintet.orm.meta.FieldType;
import java.util.ArrayList;
import java.util.List;

/** Functions of numbers. */
public final class MariaMath {
  private MariaMath() {}

  /** Adds the spellings. */
  public static void add(FunctionTable.Builder table) {
    table
        .add(MathFunction.RANDOM, Spelling.named("RAND"))
        .add(MathFunction.ROUND, MariaMath::round);
  }

  /** Halves of decimals go away from zero, those of floating point go to the even neighbour. */
  private static Fragment round(SqlFunction function, List<Fragment> arguments) {
    List<Fragment> exact = new ArrayList<>(arguments);
    Fragment value = exact.getFirst();
    if (value.type() instanceof FieldType.Float64) {
      exact.set(0, Fragment.sql("CAST({} AS DECIMAL(65, 25))", value));
    }
    return Fragment.call("ROUND", exact);
  }
}
