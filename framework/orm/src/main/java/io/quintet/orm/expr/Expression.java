package io.quintet.orm.expr;

import io.quintet.orm.meta.FieldType;
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

  /** Compared in a way that an application has defined. */
  public final Condition<R> is(SqlLookup lookup, Object value) {
    return new Condition<>(new Node.Custom(lookup, node, new Node.Value(value)));
  }

  /** Compared with another expression in a way that an application has defined. */
  public final Condition<R> is(SqlLookup lookup, Expression<R, ?> other) {
    return new Condition<>(new Node.Custom(lookup, node, other.node()));
  }

  /**
   * Read as another type. Say so where types are mixed and the database would not know what comes
   * out of it.
   *
   * @param type one of {@code Integer}, {@code Long}, {@code Double}, {@code BigDecimal}, {@code
   *     String}, {@code Boolean}, {@code LocalDate}, {@code LocalTime}, {@code LocalDateTime},
   *     {@code Instant}, {@code Duration}, {@code UUID}, or {@code Object} for JSON
   */
  public final <V> Expression<R, V> output(Class<V> type) {
    return new Expression<>(new Node.Typed(node, OutputTypes.of(type)));
  }

  /** Read as the type of a field. */
  public final <V> Expression<R, V> output(FieldType type) {
    return new Expression<>(new Node.Typed(node, type));
  }

  /** Equal when they mean the same. */
  @Override
  public final boolean equals(@Nullable Object other) {
    return other instanceof Expression<?, ?> e && e.node.equals(node);
  }

  @Override
  public final int hashCode() {
    return node.hashCode();
  }

  @Override
  public String toString() {
    return node.toString();
  }
}
