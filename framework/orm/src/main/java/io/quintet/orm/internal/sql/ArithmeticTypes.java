package io.quintet.orm.internal.sql;

import io.quintet.orm.QueryException;
import io.quintet.orm.expr.Node.Operator;
import io.quintet.orm.internal.functions.Types;
import io.quintet.orm.meta.FieldType;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What comes out of arithmetic. */
final class ArithmeticTypes {
  private static final Set<Operator> BITS =
      EnumSet.of(
          Operator.BIT_AND,
          Operator.BIT_OR,
          Operator.BIT_XOR,
          Operator.SHIFT_LEFT,
          Operator.SHIFT_RIGHT);

  private ArithmeticTypes() {}

  /**
   * The type of the result.
   *
   * @throws QueryException when the types do not go together; {@code output(...)} says what is
   *     meant
   */
  static @Nullable FieldType of(
      Operator operator, @Nullable FieldType left, @Nullable FieldType right) {
    if (left == null || right == null) {
      FieldType known = left == null ? right : left;
      return known == null ? null : Types.computed(known);
    }
    FieldType result = BITS.contains(operator) ? bits(left, right) : numbers(operator, left, right);
    if (result == null) {
      throw new QueryException(
          "%s of %s and %s has no type of its own. Say what it yields: expression.output(...)."
              .formatted(words(operator), Types.name(left), Types.name(right)));
    }
    return result;
  }

  private static @Nullable FieldType bits(FieldType left, FieldType right) {
    return Types.isWhole(left) && Types.isWhole(right) ? wider(left, right) : null;
  }

  private static @Nullable FieldType numbers(Operator operator, FieldType left, FieldType right) {
    boolean whole = Types.isWhole(left) && Types.isWhole(right);
    if (whole) {
      return wider(left, right);
    }
    if (operator == Operator.POWER && Types.isWhole(left) != Types.isWhole(right)) {
      return null;
    }
    if (isKind(FieldType.Float64.class, left, right)) {
      return new FieldType.Float64();
    }
    if (isKind(FieldType.Decimal.class, left, right)) {
      return FieldType.Decimal.ANY;
    }
    return switch (operator) {
      case PLUS -> added(left, right) != null ? added(left, right) : added(right, left);
      case MINUS -> subtracted(left, right);
      default -> null;
    };
  }

  private static FieldType wider(FieldType left, FieldType right) {
    boolean big = isBig(left) || isBig(right);
    return big ? new FieldType.Int64() : new FieldType.Int32();
  }

  private static boolean isBig(FieldType type) {
    return type instanceof FieldType.Int64 || type instanceof FieldType.Identity;
  }

  /** Whether one is of a kind and the other too or a whole number. */
  private static boolean isKind(Class<?> kind, FieldType left, FieldType right) {
    return (kind.isInstance(left) && (kind.isInstance(right) || Types.isWhole(right)))
        || (kind.isInstance(right) && Types.isWhole(left));
  }

  private static @Nullable FieldType added(FieldType left, FieldType right) {
    if (!(right instanceof FieldType.Span)) {
      return null;
    }
    return switch (left) {
      case FieldType.Date t -> new FieldType.DateTime();
      case FieldType.DateTime t -> left;
      case FieldType.Timestamp t -> left;
      case FieldType.Time t -> left;
      case FieldType.Span t -> left;
      default -> null;
    };
  }

  private static @Nullable FieldType subtracted(FieldType left, FieldType right) {
    boolean dates = isDay(left) && isDay(right);
    boolean times = left instanceof FieldType.Time && right instanceof FieldType.Time;
    return dates || times ? new FieldType.Span() : added(left, right);
  }

  private static boolean isDay(FieldType type) {
    return type instanceof FieldType.Date || Types.isMoment(type);
  }

  private static String words(Operator operator) {
    String text = operator.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    return "Arithmetic (" + text + ")";
  }
}
