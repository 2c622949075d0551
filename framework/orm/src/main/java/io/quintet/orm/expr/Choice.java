package io.quintet.orm.expr;

import java.util.ArrayList;
import java.util.List;

/**
 * Values by conditions, of which the first that holds counts.
 *
 * <pre>{@code
 * when(post.views.gt(1000), "hot").when(post.views.gt(100), "warm").otherwise("cold")
 * }</pre>
 */
public final class Choice<R, T> {
  private final List<Node.When> cases;

  Choice() {
    this(List.of());
  }

  private Choice(List<Node.When> cases) {
    this.cases = cases;
  }

  /** A value when a condition holds and none before it. */
  public Choice<R, T> when(Condition<R> condition, T then) {
    return with(condition, new Node.Value(then));
  }

  /** An expression when a condition holds and none before it. */
  public Choice<R, T> when(Condition<R> condition, Expression<R, T> then) {
    return with(condition, then.node());
  }

  private Choice<R, T> with(Condition<R> condition, Node then) {
    List<Node.When> longer = new ArrayList<>(cases);
    longer.add(new Node.When(condition.node(), then));
    return new Choice<>(longer);
  }

  /** A value when no condition holds. */
  public ComparableExpression<R, T> otherwise(T value) {
    return end(new Node.Value(value));
  }

  /** An expression when no condition holds. */
  public ComparableExpression<R, T> otherwise(Expression<R, T> value) {
    return end(value.node());
  }

  /** Null when no condition holds. */
  public ComparableExpression<R, T> otherwiseNull() {
    return end(new Node.Value(null));
  }

  private ComparableExpression<R, T> end(Node otherwise) {
    return new ComparableExpression<>(new Node.Case(cases, otherwise));
  }
}
