package io.quintet.orm.expr;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A value that the database computes for rows of {@code R}. */
public class Expression<R, T> {
  private final Node node;

  /** An expression with a meaning. */
  public Expression(Node node) {
    this.node = node;
  }

  /** What it means. */
  public final Node node() {
    return node;
  }

  /** Equal to a value. */
  public Condition<R> eq(T value) {
    return compare(Lookup.EXACT, new Node.Value(value));
  }

  /** Equal to another expression. */
  public Condition<R> eq(Expression<R, ? extends T> other) {
    return compare(Lookup.EXACT, other.node());
  }

  /** Different from a value; true for null. */
  public Condition<R> ne(T value) {
    return eq(value).not();
  }

  /** Different from another expression. */
  public Condition<R> ne(Expression<R, ? extends T> other) {
    return eq(other).not();
  }

  /** One of several values. */
  @SafeVarargs
  @SuppressWarnings("varargs")
  public final Condition<R> in(T... values) {
    return in(Arrays.asList(values));
  }

  /** One of several values; of none of them when there are none. */
  public Condition<R> in(Collection<? extends T> values) {
    List<Node> nodes = values.stream().<Node>map(Node.Value::new).toList();
    return new Condition<>(new Node.Compare(Lookup.IN, node, nodes));
  }

  /** One of the values of a subquery. */
  public Condition<R> in(SubqueryOf query) {
    return new Condition<>(new Node.Within(node, query));
  }

  /** Null. */
  public Condition<R> isNull() {
    return compare(Lookup.IS_NULL, new Node.Value(true));
  }

  /** Not null. */
  public Condition<R> isNotNull() {
    return compare(Lookup.IS_NULL, new Node.Value(false));
  }

  /** The least first. */
  public Order<R> asc() {
    return new Order<>(node, false, Order.Nulls.AS_THE_DATABASE);
  }

  /** The greatest first. */
  public Order<R> desc() {
    return new Order<>(node, true, Order.Nulls.AS_THE_DATABASE);
  }

  /** The same with a name, for annotate, values and aggregate. */
  public Named<R, T> as(String name) {
    return new Named<>(name, this);
  }

  final Condition<R> compare(Lookup lookup, Node right) {
    return new Condition<>(new Node.Compare(lookup, node, List.of(right)));
  }

  static Node value(@Nullable Object value) {
    return new Node.Value(value);
  }

  @Override
  public String toString() {
    return node.toString();
  }
}
