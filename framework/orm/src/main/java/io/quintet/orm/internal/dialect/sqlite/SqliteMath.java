package io.quintet.orm.internal.dialect.sqlite;

import io.quintet.orm.internal.dialect.FunctionTable;
import io.quintet.orm.internal.dialect.Spelling;
import io.quintet.orm.internal.functions.MathFunction;

/** Functions of numbers. */
public final class SqliteMath {
  private SqliteMath() {}

  /** Adds the spellings. */
  public static void add(FunctionTable.Builder table) {
    table
        .add(MathFunction.COT, Spelling.template("(1.0 / TAN({}))"))
        .add(MathFunction.RANDOM, Spelling.template("(RANDOM() / 18446744073709551616.0 + 0.5)"));
  }
}
