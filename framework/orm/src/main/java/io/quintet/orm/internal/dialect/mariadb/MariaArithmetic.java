package io.quintet.orm.internal.dialect.mariadb;

import io.quintet.orm.expr.Node.Operator;
import io.quintet.orm.internal.dialect.ArithmeticSpelling;
import io.quintet.orm.internal.functions.Types;
import io.quintet.orm.internal.sql.Fragment;
import io.quintet.orm.meta.FieldType;
import org.jspecify.annotations.Nullable;

/** Arithmetic; durations are a number of microseconds. */
public final class MariaArithmetic implements ArithmeticSpelling {
  @Override
  public Fragment combine(Operator operator, Fragment left, Fragment right) {
    boolean times = isTime(left) || isTime(right);
    if (times && operator == Operator.PLUS) {
      return isTime(left) ? moved("+", left, right) : moved("+", right, left);
    }
    if (times && operator == Operator.MINUS) {
      return isTime(right)
          ? Fragment.sql("TIMESTAMPDIFF(MICROSECOND, {}, {})", day(right), day(left))
          : moved("-", left, right);
    }
    return switch (operator) {
      case BIT_AND -> signed("({} & {})", left, right);
      case BIT_OR -> signed("({} | {})", left, right);
      case BIT_XOR -> signed("({} ^ {})", left, right);
      case SHIFT_LEFT -> signed("({} << {})", left, right);
      case SHIFT_RIGHT -> signed("({} >> {})", left, right);
      case DIVIDED_BY -> divided(left, right);
      default -> ArithmeticSpelling.plain(operator, left, right);
    };
  }

  /** Whole numbers divide to a whole number, as on the other databases. */
  private static Fragment divided(Fragment left, Fragment right) {
    boolean whole = Types.isWhole(left.type()) && Types.isWhole(right.type());
    return Fragment.sql(whole ? "({} DIV {})" : "({} / {})", left, right);
  }

  private static Fragment signed(String template, Fragment left, Fragment right) {
    return Fragment.sql("CAST(" + template + " AS SIGNED)", left, right);
  }

  private static Fragment moved(String sign, Fragment time, Fragment duration) {
    Fragment sum = Fragment.sql("({} " + sign + " INTERVAL {} MICROSECOND)", day(time), duration);
    return time.type() instanceof FieldType.Time ? Fragment.sql("TIME({})", sum) : sum;
  }

  /** A time of day is put on some day, so that it can be counted with. */
  private static Fragment day(Fragment time) {
    return time.type() instanceof FieldType.Time
        ? Fragment.sql("TIMESTAMP('2000-01-01', {})", time)
        : Fragment.sql("CAST({} AS DATETIME(6))", time);
  }

  private static boolean isTime(Fragment value) {
    @Nullable FieldType type = value.type();
    return type instanceof FieldType.Date || type instanceof FieldType.Time || Types.isMoment(type);
  }
}
