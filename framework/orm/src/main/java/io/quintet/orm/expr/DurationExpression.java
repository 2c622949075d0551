package io.quintet.orm.expr;

import io.quintet.orm.meta.FieldType;
import java.time.Duration;

/** A length of time. */
public class DurationExpression<R> extends ComparableExpression<R, Duration> {
  private static final FieldType SPAN = new FieldType.Span();

  /** An expression with a meaning. */
  public DurationExpression(Node node) {
    super(node);
  }

  /** Longer by a duration. */
  public DurationExpression<R> plus(Duration more) {
    return combined(Node.Operator.PLUS, value(more));
  }

  /** Longer by another. */
  public DurationExpression<R> plus(Expression<R, Duration> more) {
    return combined(Node.Operator.PLUS, more.node());
  }

  /** Shorter by a duration. */
  public DurationExpression<R> minus(Duration less) {
    return combined(Node.Operator.MINUS, value(less));
  }

  /** Shorter by another. */
  public DurationExpression<R> minus(Expression<R, Duration> less) {
    return combined(Node.Operator.MINUS, less.node());
  }

  /** So many times as long. */
  public DurationExpression<R> times(int factor) {
    return combined(Node.Operator.TIMES, value(factor));
  }

  private DurationExpression<R> combined(Node.Operator operator, Node right) {
    return new DurationExpression<>(
        new Node.Typed(new Node.Arithmetic(operator, node(), right), SPAN));
  }
}
