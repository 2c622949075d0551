package io.quintet.orm.internal.dialect;

import io.quintet.orm.expr.Node.Operator;
import io.quintet.orm.internal.sql.Fragment;

/** How a database spells arithmetic of numbers, dates, times and durations. */
public interface ArithmeticSpelling {
  /** The SQL of an operation. */
  Fragment combine(Operator operator, Fragment left, Fragment right);

  /** The SQL of an operation that all databases spell alike. */
  static Fragment plain(Operator operator, Fragment left, Fragment right) {
    String template =
        switch (operator) {
          case PLUS -> "({} + {})";
          case MINUS -> "({} - {})";
          case TIMES -> "({} * {})";
          case DIVIDED_BY -> "({} / {})";
          case MODULO -> "({} % {})";
          case POWER -> "POWER({}, {})";
          case BIT_AND -> "({} & {})";
          case BIT_OR -> "({} | {})";
          case BIT_XOR -> "({} # {})";
          case SHIFT_LEFT -> "({} << {})";
          case SHIFT_RIGHT -> "({} >> {})";
        };
    return Fragment.sql(template, left, right);
  }
}
