package io.quintet.orm.expr;

import io.quintet.orm.internal.functions.ArrayFunction;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/** A column of an array type; positions are counted from 0. PostgreSQL only. */
public final class ArrayColumn<R, T> extends Expression<R, List<T>> implements Column<R, List<T>> {
  /** A column by names from the root of the query. */
  public ArrayColumn(Node.Field node) {
    super(node);
  }

  /** Has all of these elements. */
  @SafeVarargs
  @SuppressWarnings("varargs")
  public final Condition<R> contains(T... elements) {
    return contains(Arrays.asList(elements));
  }

  /** Has all of these elements. */
  public Condition<R> contains(Collection<? extends T> elements) {
    return compare(Lookup.CONTAINS, value(List.copyOf(elements)));
  }

  /** Has no element but these. */
  @SafeVarargs
  @SuppressWarnings("varargs")
  public final Condition<R> containedBy(T... elements) {
    return containedBy(Arrays.asList(elements));
  }

  /** Has no element but these. */
  public Condition<R> containedBy(Collection<? extends T> elements) {
    return compare(Lookup.CONTAINED_BY, value(List.copyOf(elements)));
  }

  /** Has at least one of these elements. */
  @SafeVarargs
  @SuppressWarnings("varargs")
  public final Condition<R> overlaps(T... elements) {
    return overlaps(Arrays.asList(elements));
  }

  /** Has at least one of these elements. */
  public Condition<R> overlaps(Collection<? extends T> elements) {
    return compare(Lookup.OVERLAP, value(List.copyOf(elements)));
  }

  /** How many elements it has. */
  public NumberExpression<R, Integer> length() {
    return new NumberExpression<>(call(new ArrayFunction.Length()));
  }

  /**
   * The element at a position; null when there is none.
   *
   * @throws IndexOutOfBoundsException when the position is negative
   */
  public ComparableExpression<R, T> at(int position) {
    if (position < 0) {
      throw new IndexOutOfBoundsException(position);
    }
    return new ComparableExpression<>(call(new ArrayFunction.Element(position)));
  }

  /**
   * The elements from one position up to another, which is left out.
   *
   * @throws IndexOutOfBoundsException when {@code from} is negative or {@code to} is less than it
   */
  public Expression<R, List<T>> slice(int from, int to) {
    if (from < 0 || to < from) {
      throw new IndexOutOfBoundsException("from " + from + " to " + to);
    }
    return new Expression<>(call(new ArrayFunction.Slice(from, to)));
  }

  private Node call(SqlFunction function) {
    return new Node.Call(function, List.of(node()));
  }
}
