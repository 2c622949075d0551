package io.quintet.orm.expr;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Aggregates; to be imported statically. */
public final class Aggregates {
  private Aggregates() {}

  /** The number of rows. */
  public static <R> NumberExpression<R, Long> count() {
    return number(Node.Aggregate.Kind.COUNT, null, false);
  }

  /** The number of related rows. */
  public static <R> NumberExpression<R, Long> count(EntityPath<R, ?> path) {
    return number(Node.Aggregate.Kind.COUNT, path.node(), false);
  }

  /** The number of rows in which the value is not null. */
  public static <R> NumberExpression<R, Long> count(Expression<R, ?> value) {
    return number(Node.Aggregate.Kind.COUNT, value.node(), false);
  }

  /**
   * The number of different related rows; right also when several relations to many rows are
   * joined.
   */
  public static <R> NumberExpression<R, Long> countDistinct(EntityPath<R, ?> path) {
    return number(Node.Aggregate.Kind.COUNT, path.node(), true);
  }

  /** The number of different values. */
  public static <R> NumberExpression<R, Long> countDistinct(Expression<R, ?> value) {
    return number(Node.Aggregate.Kind.COUNT, value.node(), true);
  }

  /** The sum; null when there are no rows. */
  public static <R, T extends Number> NumberExpression<R, T> sum(Expression<R, T> value) {
    return number(Node.Aggregate.Kind.SUM, value.node(), false);
  }

  /** The average; null when there are no rows. */
  public static <R> NumberExpression<R, Double> avg(Expression<R, ? extends Number> value) {
    return number(Node.Aggregate.Kind.AVG, value.node(), false);
  }

  /** The least value; null when there are no rows. */
  public static <R, T> ComparableExpression<R, T> min(Expression<R, T> value) {
    return new ComparableExpression<>(
        new Node.Aggregate(Node.Aggregate.Kind.MIN, value.node(), false, null));
  }

  /** The greatest value; null when there are no rows. */
  public static <R, T> ComparableExpression<R, T> max(Expression<R, T> value) {
    return new ComparableExpression<>(
        new Node.Aggregate(Node.Aggregate.Kind.MAX, value.node(), false, null));
  }

  /** An aggregate over those rows only that meet a condition. */
  public static <R, T extends Number> NumberExpression<R, T> where(
      NumberExpression<R, T> aggregate, Condition<R> condition) {
    if (!(aggregate.node() instanceof Node.Aggregate a)) {
      throw new IllegalArgumentException(
          "where(...) takes an aggregate such as count(...), not " + aggregate + ".");
    }
    return new NumberExpression<>(
        new Node.Aggregate(a.kind(), a.argument(), a.distinct(), condition.node()));
  }

  /** The sum of decimal numbers, zero when there are no rows. */
  public static <R> NumberExpression<R, BigDecimal> total(Expression<R, BigDecimal> value) {
    return Functions.coalesce(sum(value), BigDecimal.ZERO);
  }

  private static <R, T extends Number> NumberExpression<R, T> number(
      Node.Aggregate.Kind kind, @Nullable Node argument, boolean distinct) {
    return new NumberExpression<>(new Node.Aggregate(kind, argument, distinct, null));
  }
}
