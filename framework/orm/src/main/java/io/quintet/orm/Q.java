package io.quintet.orm;

import io.quintet.orm.expr.Condition;
import io.quintet.orm.expr.Node;
import io.quintet.orm.expr.Order;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Conditions and orders by names that are known at run time only. */
public final class Q {
  private Q() {}

  /**
   * A look-up such as {@code "author__name__icontains"}; unknown names are an error when the query
   * runs.
   */
  public static <R> Condition<R> of(String lookup, @Nullable Object value) {
    return new Condition<>(new Node.Named(lookup, value));
  }

  /** All of several look-ups. */
  public static <R> Condition<R> all(Map<String, ?> lookups) {
    return new Condition<>(new Node.And(nodes(lookups)));
  }

  static List<Node> nodes(Map<String, ?> lookups) {
    List<Node> nodes = new ArrayList<>();
    lookups.forEach((lookup, value) -> nodes.add(new Node.Named(lookup, value)));
    return nodes;
  }

  /** All of several conditions; true when there are none. */
  public static <R> Condition<R> and(List<Condition<R>> conditions) {
    return new Condition<>(new Node.And(conditions.stream().map(Condition::node).toList()));
  }

  /** At least one of several conditions; false when there are none. */
  public static <R> Condition<R> or(List<Condition<R>> conditions) {
    return new Condition<>(new Node.Or(conditions.stream().map(Condition::node).toList()));
  }

  /** An odd number of several conditions; false when there are none. */
  public static <R> Condition<R> xor(List<Condition<R>> conditions) {
    return new Condition<>(new Node.Xor(conditions.stream().map(Condition::node).toList()));
  }

  /** An order by name, "-" before it for descending. */
  public static <R> Order<R> order(String name) {
    boolean descending = name.startsWith("-");
    return new Order<>(
        new Node.Reference(descending ? name.substring(1) : name),
        descending,
        Order.Nulls.AS_THE_DATABASE);
  }
}
