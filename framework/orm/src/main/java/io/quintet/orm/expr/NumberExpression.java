package io.quintet.orm.expr;

/** A number. */
public class NumberExpression<R, T extends Number> extends ComparableExpression<R, T> {
  /** An expression with a meaning. */
  public NumberExpression(Node node) {
    super(node);
  }

  /** Sum with a value. */
  public NumberExpression<R, T> plus(Number value) {
    return arithmetic(Node.Operator.PLUS, value(value));
  }

  /** Sum with another expression. */
  public NumberExpression<R, T> plus(Expression<R, ? extends Number> other) {
    return arithmetic(Node.Operator.PLUS, other.node());
  }

  /** Difference from a value. */
  public NumberExpression<R, T> minus(Number value) {
    return arithmetic(Node.Operator.MINUS, value(value));
  }

  /** Difference from another expression. */
  public NumberExpression<R, T> minus(Expression<R, ? extends Number> other) {
    return arithmetic(Node.Operator.MINUS, other.node());
  }

  /** Product with a value. */
  public NumberExpression<R, T> times(Number value) {
    return arithmetic(Node.Operator.TIMES, value(value));
  }

  /** Product with another expression. */
  public NumberExpression<R, T> times(Expression<R, ? extends Number> other) {
    return arithmetic(Node.Operator.TIMES, other.node());
  }

  /** Quotient by a value. Of whole numbers it is a whole number. */
  public NumberExpression<R, T> dividedBy(Number value) {
    return arithmetic(Node.Operator.DIVIDED_BY, value(value));
  }

  /** Quotient by another expression. Of whole numbers it is a whole number. */
  public NumberExpression<R, T> dividedBy(Expression<R, ? extends Number> other) {
    return arithmetic(Node.Operator.DIVIDED_BY, other.node());
  }

  /** Remainder of a division by a value. */
  public NumberExpression<R, T> modulo(Number value) {
    return arithmetic(Node.Operator.MODULO, value(value));
  }

  private NumberExpression<R, T> arithmetic(Node.Operator operator, Node right) {
    return new NumberExpression<>(new Node.Arithmetic(operator, node(), right));
  }
}
