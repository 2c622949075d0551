package io.quintet.orm.expr;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Functions of the database; to be imported statically. */
public final class Functions {
  private Functions() {}

  /** Lower case. */
  public static <R> TextExpression<R> lower(Expression<R, String> text) {
    return text(Fn.LOWER, text.node());
  }

  /** Upper case. */
  public static <R> TextExpression<R> upper(Expression<R, String> text) {
    return text(Fn.UPPER, text.node());
  }

  /** Without white space at both ends. */
  public static <R> TextExpression<R> trim(Expression<R, String> text) {
    return text(Fn.TRIM, text.node());
  }

  /** The number of characters. */
  public static <R> NumberExpression<R, Integer> length(Expression<R, String> text) {
    return new NumberExpression<>(new Node.Call(Fn.LENGTH, List.of(text.node())));
  }

  /** Texts one after the other; a null is an empty text. Mix with {@link #text(String)}. */
  @SafeVarargs
  public static <R> TextExpression<R> concat(Expression<R, String>... texts) {
    return text(Fn.CONCAT, Arrays.stream(texts).map(Expression::node).toArray(Node[]::new));
  }

  /** A text as an expression. */
  public static <R> TextExpression<R> text(String value) {
    return new TextExpression<>(new Node.Value(value));
  }

  /** A value as an expression. */
  public static <R, T> Expression<R, T> value(T value) {
    return new Expression<>(new Node.Value(value));
  }

  /** The value, or another when it is null. */
  public static <R, T extends Number> NumberExpression<R, T> coalesce(
      NumberExpression<R, T> value, T otherwise) {
    return new NumberExpression<>(
        new Node.Call(Fn.COALESCE, List.of(value.node(), new Node.Value(otherwise))));
  }

  /** The text, or another when it is null. */
  public static <R> TextExpression<R> coalesce(TextExpression<R> value, String otherwise) {
    return text(Fn.COALESCE, value.node(), new Node.Value(otherwise));
  }

  /** The amount without sign. */
  public static <R, T extends Number> NumberExpression<R, T> abs(NumberExpression<R, T> value) {
    return new NumberExpression<>(new Node.Call(Fn.ABS, List.of(value.node())));
  }

  /** A text while a condition holds, another otherwise. */
  public static <R, T> Expression<R, T> choose(Condition<R> condition, T then, T otherwise) {
    return new Expression<>(
        new Node.Case(
            List.of(new Node.When(condition.node(), new Node.Value(then))),
            new Node.Value(otherwise)));
  }

  /** A column of the query around a subquery, by its typed path. */
  public static <R, T> Expression<R, T> outer(Expression<?, T> column) {
    if (!(column.node() instanceof Node.Field field)) {
      throw new IllegalArgumentException(
          "outer(...) takes a column of the query around, not " + column + ".");
    }
    return new Expression<>(new Node.Outer(field.path()));
  }

  /** A subquery has at least one row. */
  public static <R> Condition<R> exists(SubqueryOf query) {
    return new Condition<>(new Node.Within(null, query));
  }

  /** The one value of a subquery; null when it has no row. */
  public static <R, T> Expression<R, T> scalar(SubqueryOf query, Class<T> type) {
    return new Expression<>(new Node.Scalar(query));
  }

  private static <R> TextExpression<R> text(Fn function, Node... arguments) {
    return new TextExpression<>(new Node.Call(function, new ArrayList<>(Arrays.asList(arguments))));
  }
}
