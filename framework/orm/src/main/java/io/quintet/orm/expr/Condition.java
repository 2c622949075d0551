package io.quintet.orm.expr;

import io.quintet.orm.meta.FieldType;
import java.util.List;

/**
 * A condition on rows of {@code R}.
 *
 * @param node what it means
 */
public record Condition<R>(Node node) {
  /** That an expression is true. */
  public static <R> Condition<R> of(Expression<R, Boolean> expression) {
    return new Condition<>(expression.node());
  }

  /** Whether it holds, as a value: for annotate, values and orders. */
  public Expression<R, Boolean> asExpression() {
    return new Expression<>(new Node.Typed(node, new FieldType.Bool()));
  }

  /** Both. */
  public Condition<R> and(Condition<R> other) {
    return new Condition<>(new Node.And(List.of(node, other.node)));
  }

  /** At least one of both. */
  public Condition<R> or(Condition<R> other) {
    return new Condition<>(new Node.Or(List.of(node, other.node)));
  }

  /** One of both, not both. */
  public Condition<R> xor(Condition<R> other) {
    return new Condition<>(new Node.Xor(List.of(node, other.node)));
  }

  /** The opposite. Over a relation to many rows: there is no such row. */
  public Condition<R> not() {
    return new Condition<>(new Node.Not(node));
  }

  @Override
  public String toString() {
    return node.toString();
  }
}
