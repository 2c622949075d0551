package io.quintet.orm.expr;

import io.quintet.orm.internal.functions.WindowFunction;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Functions over the rows around a row; to be imported statically. Each stands over a {@link
 * Window}:
 *
 * <pre>{@code
 * rowNumber(Window.<Post>partitionBy(post.category().id).orderBy(post.views.desc()))
 * over(sum(post.views), Window.<Post>orderedBy(post.published.asc()).frame(Frame.rowsToCurrent()))
 * }</pre>
 */
public final class Windows {
  private Windows() {}

  /** An aggregate over a window. */
  public static <R, T> ComparableExpression<R, T> over(
      Expression<R, T> aggregate, Window<R> window) {
    return new ComparableExpression<>(window.over(aggregate.node()));
  }

  /** The number of the row, from 1. */
  public static <R> NumberExpression<R, Long> rowNumber(Window<R> window) {
    return number(WindowFunction.ROW_NUMBER, window);
  }

  /** The rank, from 1, with gaps after equal rows. */
  public static <R> NumberExpression<R, Long> rank(Window<R> window) {
    return number(WindowFunction.RANK, window);
  }

  /** The rank, from 1, without gaps. */
  public static <R> NumberExpression<R, Long> denseRank(Window<R> window) {
    return number(WindowFunction.DENSE_RANK, window);
  }

  /** The rank from 0 to 1. */
  public static <R> NumberExpression<R, Double> percentRank(Window<R> window) {
    return number(WindowFunction.PERCENT_RANK, window);
  }

  /** The part of the rows, up to 1, that do not come after this one. */
  public static <R> NumberExpression<R, Double> cumeDist(Window<R> window) {
    return number(WindowFunction.CUME_DIST, window);
  }

  /** The number of the bucket, of so many of like size. */
  public static <R> NumberExpression<R, Long> ntile(int buckets, Window<R> window) {
    if (buckets < 1) {
      throw new IllegalArgumentException(
          "ntile(%d, ...): there is at least one bucket.".formatted(buckets));
    }
    return number(WindowFunction.NTILE, window, new Node.Value(buckets));
  }

  /** A value of the row before; null when there is none. */
  public static <R, T> ComparableExpression<R, T> lag(Expression<R, T> value, Window<R> window) {
    return call(WindowFunction.LAG, window, value.node());
  }

  /** A value of the row so many rows before, or another when there is none. */
  public static <R, T> ComparableExpression<R, T> lag(
      Expression<R, T> value, int rows, @Nullable T otherwise, Window<R> window) {
    return call(WindowFunction.LAG, window, moved("lag", value, rows, otherwise));
  }

  /** A value of the row after; null when there is none. */
  public static <R, T> ComparableExpression<R, T> lead(Expression<R, T> value, Window<R> window) {
    return call(WindowFunction.LEAD, window, value.node());
  }

  /** A value of the row so many rows after, or another when there is none. */
  public static <R, T> ComparableExpression<R, T> lead(
      Expression<R, T> value, int rows, @Nullable T otherwise, Window<R> window) {
    return call(WindowFunction.LEAD, window, moved("lead", value, rows, otherwise));
  }

  /** A value of the first row of the frame. */
  public static <R, T> ComparableExpression<R, T> firstValue(
      Expression<R, T> value, Window<R> window) {
    return call(WindowFunction.FIRST_VALUE, window, value.node());
  }

  /**
   * A value of the last row of the frame, which ends at the row at hand unless it says otherwise.
   */
  public static <R, T> ComparableExpression<R, T> lastValue(
      Expression<R, T> value, Window<R> window) {
    return call(WindowFunction.LAST_VALUE, window, value.node());
  }

  /** A value of the n-th row of the frame, from 1; null when there is none. */
  public static <R, T> ComparableExpression<R, T> nthValue(
      Expression<R, T> value, int nth, Window<R> window) {
    if (nth < 1) {
      throw new IllegalArgumentException("nthValue(..., %d): rows count from 1.".formatted(nth));
    }
    return call(WindowFunction.NTH_VALUE, window, value.node(), new Node.Value(nth));
  }

  private static Node[] moved(
      String name, Expression<?, ?> value, int rows, @Nullable Object otherwise) {
    if (rows < 1) {
      throw new IllegalArgumentException(
          "%s(..., %d, ...): the number of rows is at least 1.".formatted(name, rows));
    }
    Node distance = new Node.Value(rows);
    return otherwise == null
        ? new Node[] {value.node(), distance}
        : new Node[] {value.node(), distance, new Node.Value(otherwise)};
  }

  private static <R, T extends Number> NumberExpression<R, T> number(
      WindowFunction function, Window<R> window, Node... arguments) {
    return new NumberExpression<>(window.over(new Node.Call(function, List.of(arguments))));
  }

  private static <R, T> ComparableExpression<R, T> call(
      WindowFunction function, Window<R> window, Node... arguments) {
    return new ComparableExpression<>(window.over(new Node.Call(function, List.of(arguments))));
  }
}
