package io.quintet.orm.expr;

import java.util.List;

/**
 * Expressions by names that are known at run time only; to be imported statically. A name is a path
 * such as {@code author__name}, with transforms ({@code published__year}), or an annotation of the
 * query. Unknown names are an error when the query runs.
 *
 * <pre>{@code
 * Book.objects.annotate(number("price").times(2).as("twice")).orderBy("twice");
 * Book.objects.filter("pages__gt", f("sold"));
 * }</pre>
 *
 * <p>What {@link #f} returns has no particular type; the others say what the name stands for, so
 * that it goes wherever the typed form takes such a column.
 */
public final class Expressions {
  private Expressions() {}

  /** A value of any kind. */
  public static <R, T> Expression<R, T> f(String name) {
    return new Expression<>(new Node.Reference(name));
  }

  /** A number. */
  public static <R, T extends Number> NumberExpression<R, T> number(String name) {
    return new NumberExpression<>(new Node.Reference(name));
  }

  /** A text. */
  public static <R> TextExpression<R> text(String name) {
    return new TextExpression<>(new Node.Reference(name));
  }

  /** A date, a time, or both. */
  public static <R, T> TemporalExpression<R, T> temporal(String name) {
    return new TemporalExpression<>(new Node.Reference(name));
  }

  /** A value of the query around a subquery. */
  public static <R, T> Expression<R, T> outer(String name) {
    return new Expression<>(new Node.Outer(List.of(name.split("__"))));
  }
}
