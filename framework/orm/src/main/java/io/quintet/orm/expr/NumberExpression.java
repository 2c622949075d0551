package io.quintet.orm.expr;

import java.math.BigDecimal;

/** A number. */
public class NumberExpression<R, T extends Number> extends ComparableExpression<R, T> {
  private static final Node MINUS_ONE = new Node.Value(-1);

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

  /** Remainder of a division by another expression. */
  public NumberExpression<R, T> modulo(Expression<R, ? extends Number> other) {
    return arithmetic(Node.Operator.MODULO, other.node());
  }

  /** Power of a value. */
  public NumberExpression<R, T> power(Number exponent) {
    return arithmetic(Node.Operator.POWER, value(exponent));
  }

  /** With the other sign. */
  public NumberExpression<R, T> negated() {
    return arithmetic(Node.Operator.TIMES, MINUS_ONE);
  }

  /** The bits that a value has too. */
  public NumberExpression<R, T> bitAnd(Number value) {
    return arithmetic(Node.Operator.BIT_AND, value(value));
  }

  /** The bits of both. */
  public NumberExpression<R, T> bitOr(Number value) {
    return arithmetic(Node.Operator.BIT_OR, value(value));
  }

  /** The bits that only one of both has. */
  public NumberExpression<R, T> bitXor(Number value) {
    return arithmetic(Node.Operator.BIT_XOR, value(value));
  }

  /** The bits moved to the left. */
  public NumberExpression<R, T> shiftLeft(int places) {
    return arithmetic(Node.Operator.SHIFT_LEFT, value(places));
  }

  /** The bits moved to the right. */
  public NumberExpression<R, T> shiftRight(int places) {
    return arithmetic(Node.Operator.SHIFT_RIGHT, value(places));
  }

  /** As a floating-point number, so that a quotient of whole numbers keeps its fraction. */
  public NumberExpression<R, Double> asDouble() {
    return new NumberExpression<>(Functions.cast(this, Double.class).node());
  }

  /** As a decimal number. */
  public NumberExpression<R, BigDecimal> asDecimal() {
    return new NumberExpression<>(Functions.cast(this, BigDecimal.class).node());
  }

  private NumberExpression<R, T> arithmetic(Node.Operator operator, Node right) {
    return new NumberExpression<>(new Node.Arithmetic(operator, node(), right));
  }
}
