package io.quintet.orm.internal.dialect.sqlite;

import io.quintet.orm.expr.Node.Operator;
import io.quintet.orm.internal.dialect.ArithmeticSpelling;
import io.quintet.orm.internal.functions.Types;
import io.quintet.orm.internal.sql.Fragment;
import io.quintet.orm.meta.FieldType;
import org.jspecify.annotations.Nullable;

/** Arithmetic; dates and times are text, durations a number of microseconds. */
public final class SqliteArithmetic implements ArithmeticSpelling {
  @Override
  public Fragment combine(Operator operator, Fragment left, Fragment right) {
    boolean times = isTime(left) || isTime(right);
    if (times && operator == Operator.PLUS) {
      return isTime(left) ? plus(left, right, "") : plus(right, left, "");
    }
    if (times && operator == Operator.MINUS) {
      return isTime(right)
          ? Fragment.sql("quintet_minus({}, {})", left, right)
          : plus(left, right, "-");
    }
    return number(operator, left, right);
  }

  private static Fragment number(Operator operator, Fragment left, Fragment right) {
    boolean whole = isWhole(left) && isWhole(right);
    return switch (operator) {
      case DIVIDED_BY ->
          isDecimal(left) || isDecimal(right)
              ? Fragment.sql("({} * 1.0 / {})", left, right)
              : ArithmeticSpelling.plain(operator, left, right);
      case MODULO ->
          whole
              ? ArithmeticSpelling.plain(operator, left, right)
              : Fragment.sql("MOD({}, {})", left, right);
      case BIT_XOR -> Fragment.sql("(({} | {}) - ({} & {}))", left, right, left, right);
      default -> ArithmeticSpelling.plain(operator, left, right);
    };
  }

  private static Fragment plus(Fragment time, Fragment duration, String sign) {
    String kind = time.type() instanceof FieldType.Time ? "Time" : "";
    return Fragment.sql("quintet_plus({}, " + sign + "({}), '" + kind + "')", time, duration);
  }

  private static boolean isTime(Fragment value) {
    @Nullable FieldType type = value.type();
    return type instanceof FieldType.Date || type instanceof FieldType.Time || Types.isMoment(type);
  }

  private static boolean isDecimal(Fragment value) {
    return value.type() instanceof FieldType.Decimal;
  }

  private static boolean isWhole(Fragment value) {
    return Types.isWhole(value.type());
  }
}
