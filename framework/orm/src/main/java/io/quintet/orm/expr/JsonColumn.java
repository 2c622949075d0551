package io.quintet.orm.expr;

import java.util.Arrays;
import java.util.List;

/** A column of JSON. Keys may be any text; one that is a whole number is an index of a list too. */
public final class JsonColumn<R> extends Expression<R, Object> implements Column<R, Object> {
  /** A column by names from the root of the query. */
  public JsonColumn(Node.Field node) {
    super(node);
  }

  /** What stands at a path of keys, as text; null when there is nothing. */
  public TextExpression<R> text(String... keys) {
    return new TextExpression<>(new Node.JsonKey(node(), List.of(keys), true));
  }

  /** What stands at a path of keys, as JSON: compared and read by its type there. */
  public ComparableExpression<R, Object> at(String... keys) {
    return new ComparableExpression<>(new Node.JsonKey(node(), List.of(keys), false));
  }

  /** Holds all that another value holds. Not on SQLite. */
  public Condition<R> contains(Object part) {
    return compare(Lookup.CONTAINS, value(part));
  }

  /** Is part of another value. Not on SQLite. */
  public Condition<R> containedBy(Object whole) {
    return compare(Lookup.CONTAINED_BY, value(whole));
  }

  /** Is an object with a key. */
  public Condition<R> hasKey(String key) {
    return compare(Lookup.HAS_KEY, value(key));
  }

  /** Is an object with all of several keys. */
  public Condition<R> hasKeys(String... keys) {
    return keys(Lookup.HAS_KEYS, keys);
  }

  /** Is an object with at least one of several keys. */
  public Condition<R> hasAnyKeys(String... keys) {
    return keys(Lookup.HAS_ANY_KEYS, keys);
  }

  private Condition<R> keys(Lookup lookup, String... keys) {
    return new Condition<>(
        new Node.Compare(lookup, node(), Arrays.stream(keys).map(Expression::value).toList()));
  }
}
