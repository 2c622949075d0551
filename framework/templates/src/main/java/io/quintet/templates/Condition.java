package io.quintet.templates;

import io.quintet.templates.values.Comparison;
import io.quintet.templates.values.Values;
import org.jspecify.annotations.Nullable;

/**
 * The condition of an if. An operation that fails, such as an order between types without one, is
 * false.
 */
sealed interface Condition {
  /** The value; its truth decides. */
  @Nullable Object evaluate(Context context);

  /** Its truth. */
  default boolean holds(Context context) {
    return Values.truth(evaluate(context));
  }

  /** A variable or literal. */
  record Value(Expression expression) implements Condition {
    @Override
    public @Nullable Object evaluate(Context context) {
      return expression.resolveOrNull(context);
    }
  }

  /** {@code not operand}. */
  record Not(Condition operand) implements Condition {
    @Override
    public @Nullable Object evaluate(Context context) {
      return holds(context);
    }

    @Override
    public boolean holds(Context context) {
      try {
        return !operand.holds(context);
      } catch (RuntimeException failed) {
        return false;
      }
    }
  }

  /** {@code left operator right}. */
  record Operation(Operator operator, Condition left, Condition right) implements Condition {
    @Override
    public @Nullable Object evaluate(Context context) {
      try {
        return operator == Operator.AND || operator == Operator.OR
            ? logical(context)
            : compare(context);
      } catch (RuntimeException failed) {
        return false;
      }
    }

    @Override
    public boolean holds(Context context) {
      try {
        return switch (operator) {
          case AND -> left.holds(context) && right.holds(context);
          case OR -> left.holds(context) || right.holds(context);
          default -> compare(context);
        };
      } catch (RuntimeException failed) {
        return false;
      }
    }

    private @Nullable Object logical(Context context) {
      Object first = left.evaluate(context);
      boolean decided = Values.truth(first) == (operator == Operator.OR);
      return decided ? first : right.evaluate(context);
    }

    private boolean compare(Context context) {
      return compare(operator, left.evaluate(context), right.evaluate(context));
    }

    static boolean compare(Operator operator, @Nullable Object a, @Nullable Object b) {
      return switch (operator) {
        case EQUAL -> Comparison.equal(a, b);
        case NOT_EQUAL -> !Comparison.equal(a, b);
        case LESS -> Comparison.compare(a, b) == -1;
        case LESS_OR_EQUAL -> Comparison.compare(a, b) <= 0;
        case GREATER -> Comparison.compare(a, b) == 1;
        case GREATER_OR_EQUAL -> Comparison.compare(a, b) == 0 || Comparison.compare(a, b) == 1;
        case IN -> Values.contains(b, a);
        case NOT_IN -> !Values.contains(b, a);
        case IS -> same(a, b);
        case IS_NOT -> !same(a, b);
        case AND, OR -> throw new IllegalStateException(operator.toString());
      };
    }

    private static boolean same(@Nullable Object a, @Nullable Object b) {
      return a == b
          || a != null
              && b != null
              && a.getClass() == b.getClass()
              && (a instanceof Boolean
                  || a instanceof Number
                  || a instanceof String
                  || a instanceof Enum)
              && a.equals(b);
    }
  }

  /** The operators, with how strongly they bind. */
  enum Operator {
    OR("or", 6),
    AND("and", 7),
    IN("in", 9),
    NOT_IN("not in", 9),
    IS("is", 10),
    IS_NOT("is not", 10),
    EQUAL("==", 10),
    NOT_EQUAL("!=", 10),
    GREATER(">", 10),
    GREATER_OR_EQUAL(">=", 10),
    LESS("<", 10),
    LESS_OR_EQUAL("<=", 10);

    private final String text;
    private final int power;

    Operator(String text, int power) {
      this.text = text;
      this.power = power;
    }

    String text() {
      return text;
    }

    int power() {
      return power;
    }
  }
}
