package io.quintet.orm.expr;

import io.quintet.orm.internal.functions.AggregateFunction;
import io.quintet.orm.meta.FieldType;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;

/** Aggregates; to be imported statically. */
public final class Aggregates {
  private static final FieldType FLOAT = new FieldType.Float64();

  private Aggregates() {}

  /** The number of rows. */
  public static <R> NumberExpression<R, Long> count() {
    return new NumberExpression<>(new Node.Aggregate(AggregateFunction.COUNT, List.of()));
  }

  /** The number of related rows. */
  public static <R> NumberExpression<R, Long> count(EntityPath<R, ?> path) {
    return number(AggregateFunction.COUNT, path.node(), false);
  }

  /** The number of rows in which the value is not null. */
  public static <R> NumberExpression<R, Long> count(Expression<R, ?> value) {
    return number(AggregateFunction.COUNT, value.node(), false);
  }

  /**
   * The number of different related rows; right also when several relations to many rows are
   * joined.
   */
  public static <R> NumberExpression<R, Long> countDistinct(EntityPath<R, ?> path) {
    return number(AggregateFunction.COUNT, path.node(), true);
  }

  /** The number of different values. */
  public static <R> NumberExpression<R, Long> countDistinct(Expression<R, ?> value) {
    return number(AggregateFunction.COUNT, value.node(), true);
  }

  /** The sum; null when there are no rows. */
  public static <R, T extends Number> NumberExpression<R, T> sum(Expression<R, T> value) {
    return number(AggregateFunction.SUM, value.node(), false);
  }

  /** The sum of durations; null when there are no rows. */
  public static <R> DurationExpression<R> sumDuration(Expression<R, Duration> value) {
    return new DurationExpression<>(
        new Node.Aggregate(AggregateFunction.SUM, List.of(value.node())));
  }

  /** The average as a floating-point number; null when there are no rows. */
  public static <R> NumberExpression<R, Double> avg(Expression<R, ? extends Number> value) {
    return real(AggregateFunction.AVG, value);
  }

  /** The average of decimal numbers; null when there are no rows. */
  public static <R> NumberExpression<R, BigDecimal> avgDecimal(Expression<R, BigDecimal> value) {
    return number(AggregateFunction.AVG, value.node(), false);
  }

  /** The average of durations; null when there are no rows. */
  public static <R> DurationExpression<R> avgDuration(Expression<R, Duration> value) {
    return new DurationExpression<>(
        new Node.Aggregate(AggregateFunction.AVG, List.of(value.node())));
  }

  /** The least value; null when there are no rows. */
  public static <R, T> ComparableExpression<R, T> min(Expression<R, T> value) {
    return new ComparableExpression<>(
        new Node.Aggregate(AggregateFunction.MIN, List.of(value.node())));
  }

  /** The greatest value; null when there are no rows. */
  public static <R, T> ComparableExpression<R, T> max(Expression<R, T> value) {
    return new ComparableExpression<>(
        new Node.Aggregate(AggregateFunction.MAX, List.of(value.node())));
  }

  /** The standard deviation of all rows. */
  public static <R> NumberExpression<R, Double> stdDev(Expression<R, ? extends Number> value) {
    return real(AggregateFunction.STDDEV_POP, value);
  }

  /** The standard deviation of a sample. */
  public static <R> NumberExpression<R, Double> stdDevOfSample(
      Expression<R, ? extends Number> value) {
    return real(AggregateFunction.STDDEV_SAMP, value);
  }

  /** The variance of all rows. */
  public static <R> NumberExpression<R, Double> variance(Expression<R, ? extends Number> value) {
    return real(AggregateFunction.VAR_POP, value);
  }

  /** The variance of a sample. */
  public static <R> NumberExpression<R, Double> varianceOfSample(
      Expression<R, ? extends Number> value) {
    return real(AggregateFunction.VAR_SAMP, value);
  }

  /** Texts with a separator between them, in an order. */
  @SafeVarargs
  public static <R> TextExpression<R> join(
      Expression<R, String> text, String separator, Order<R>... orders) {
    return new TextExpression<>(
        new Node.Aggregate(
            AggregateFunction.STRING_AGG,
            List.of(text.node(), new Node.Value(separator)),
            false,
            null,
            null,
            List.of(orders)));
  }

  /** All values as a JSON list, in an order. */
  @SafeVarargs
  public static <R> Expression<R, Object> list(Expression<R, ?> value, Order<R>... orders) {
    return new Expression<>(
        new Node.Aggregate(
            AggregateFunction.ARRAY_AGG,
            List.of(value.node()),
            false,
            null,
            null,
            List.of(orders)));
  }

  /** An aggregate of your own. */
  @SafeVarargs
  public static <R, T> ComparableExpression<R, T> aggregate(
      SqlFunction function, Expression<R, ?>... arguments) {
    return new ComparableExpression<>(new Node.Aggregate(function, Functions.nodes(arguments)));
  }

  /** An aggregate over different values only. */
  public static <R, T extends Number> NumberExpression<R, T> distinct(
      NumberExpression<R, T> aggregate) {
    return changed(
        aggregate,
        a ->
            new Node.Aggregate(
                a.function(), a.arguments(), true, a.where(), a.otherwise(), a.orders()));
  }

  /** An aggregate over those rows only that meet a condition. */
  public static <R, T extends Number> NumberExpression<R, T> where(
      NumberExpression<R, T> aggregate, Condition<R> condition) {
    return changed(
        aggregate,
        a ->
            new Node.Aggregate(
                a.function(),
                a.arguments(),
                a.distinct(),
                condition.node(),
                a.otherwise(),
                a.orders()));
  }

  /** An aggregate that is a value when there are no rows. */
  public static <R, T extends Number> NumberExpression<R, T> orElse(
      NumberExpression<R, T> aggregate, T otherwise) {
    return changed(
        aggregate,
        a ->
            new Node.Aggregate(
                a.function(),
                a.arguments(),
                a.distinct(),
                a.where(),
                new Node.Value(otherwise),
                a.orders()));
  }

  private interface Change {
    Node.Aggregate of(Node.Aggregate aggregate);
  }

  private static <R, T extends Number> NumberExpression<R, T> changed(
      NumberExpression<R, T> expression, Change change) {
    return new NumberExpression<>(
        switch (expression.node()) {
          case Node.Aggregate a -> change.of(a);
          case Node.Typed(Node.Aggregate a, FieldType type) -> new Node.Typed(change.of(a), type);
          default ->
              throw new IllegalArgumentException(
                  "This takes an aggregate such as count(...), not " + expression + ".");
        });
  }

  /** The sum of decimal numbers, zero when there are no rows. */
  public static <R> NumberExpression<R, BigDecimal> total(Expression<R, BigDecimal> value) {
    return orElse(sum(value), BigDecimal.ZERO);
  }

  private static <R> NumberExpression<R, Double> real(
      AggregateFunction function, Expression<R, ? extends Number> value) {
    return new NumberExpression<>(
        new Node.Typed(new Node.Aggregate(function, List.of(value.node())), FLOAT));
  }

  private static <R, T extends Number> NumberExpression<R, T> number(
      AggregateFunction function, Node argument, boolean distinct) {
    return new NumberExpression<>(
        new Node.Aggregate(function, List.of(argument), distinct, null, null, List.of()));
  }
}
