package io.quintet.orm.expr;

import java.util.List;

/** A condition on rows of {@code R}. */
public final class Condition<R> {
  private final Node node;

  /** A condition with a meaning. */
  public Condition(Node node) {
    this.node = node;
  }

  /** What it means. */
  public Node node() {
    return node;
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
