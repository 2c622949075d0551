package io.quintet.orm.expr;

import java.util.List;

/** A value that can be greater or less. */
public class ComparableExpression<R, T> extends Expression<R, T> {
  /** An expression with a meaning. */
  public ComparableExpression(Node node) {
    super(node);
  }

  /** Greater than a value. */
  public Condition<R> gt(T value) {
    return compare(Lookup.GT, value(value));
  }

  /** Greater than another expression. */
  public Condition<R> gt(Expression<R, ? extends T> other) {
    return compare(Lookup.GT, other.node());
  }

  /** Greater than or equal to a value. */
  public Condition<R> ge(T value) {
    return compare(Lookup.GTE, value(value));
  }

  /** Greater than or equal to another expression. */
  public Condition<R> ge(Expression<R, ? extends T> other) {
    return compare(Lookup.GTE, other.node());
  }

  /** Less than a value. */
  public Condition<R> lt(T value) {
    return compare(Lookup.LT, value(value));
  }

  /** Less than another expression. */
  public Condition<R> lt(Expression<R, ? extends T> other) {
    return compare(Lookup.LT, other.node());
  }

  /** Less than or equal to a value. */
  public Condition<R> le(T value) {
    return compare(Lookup.LTE, value(value));
  }

  /** Less than or equal to another expression. */
  public Condition<R> le(Expression<R, ? extends T> other) {
    return compare(Lookup.LTE, other.node());
  }

  /** Between two values, both included. */
  public Condition<R> between(T from, T to) {
    return new Condition<>(new Node.Compare(Lookup.RANGE, node(), List.of(value(from), value(to))));
  }
}
