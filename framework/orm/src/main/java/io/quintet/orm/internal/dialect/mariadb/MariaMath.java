package io.quintet.orm.internal.dialect.mariadb;

import io.quintet.orm.internal.dialect.FunctionTable;
import io.quintet.orm.internal.dialect.Spelling;
import io.quintet.orm.internal.functions.MathFunction;

/** Functions of numbers. */
public final class MariaMath {
  private MariaMath() {}

  /** Adds the spellings. */
  public static void add(FunctionTable.Builder table) {
    table.add(MathFunction.RANDOM, Spelling.named("RAND"));
  }
}
