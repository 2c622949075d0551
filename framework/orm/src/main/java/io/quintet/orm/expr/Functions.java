package io.quintet.orm.expr;

import io.quintet.orm.internal.functions.Cast;
import io.quintet.orm.internal.functions.Collate;
import io.quintet.orm.internal.functions.GeneralFunction;
import io.quintet.orm.internal.functions.MathFunction;
import io.quintet.orm.internal.functions.TextFunction;
import io.quintet.orm.meta.FieldType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Values, cases, casts, subqueries and functions of the database for values of any type; to be
 * imported statically. {@link Texts}, {@link Maths}, {@link Dates}, {@link Aggregates} and {@link
 * Windows} have the others.
 */
public final class Functions {
  private Functions() {}

  /** A column or annotation by a name known at run time: {@code f("author__name")}. */
  public static <R, T> Expression<R, T> f(String name) {
    return new Expression<>(new Node.Reference(name));
  }

  /** A text as an expression. */
  public static <R> TextExpression<R> text(String value) {
    return new TextExpression<>(new Node.Value(value));
  }

  /** A value as an expression. */
  public static <R, T> Expression<R, T> value(T value) {
    return new Expression<>(new Node.Value(value));
  }

  /** Null as an expression of a type. */
  public static <R, T> Expression<R, T> nullOf(Class<T> type) {
    return new Expression<>(new Node.Value(null, OutputTypes.of(type)));
  }

  /** A function of your own. */
  @SafeVarargs
  public static <R, T> ComparableExpression<R, T> call(
      SqlFunction function, Expression<R, ?>... arguments) {
    return new ComparableExpression<>(new Node.Call(function, nodes(arguments)));
  }

  /** Lower case. On SQLite only the letters A to Z. */
  public static <R> TextExpression<R> lower(Expression<R, String> text) {
    return new TextExpression<>(new Node.Call(TextFunction.LOWER, List.of(text.node())));
  }

  /** Upper case. On SQLite only the letters a to z. */
  public static <R> TextExpression<R> upper(Expression<R, String> text) {
    return new TextExpression<>(new Node.Call(TextFunction.UPPER, List.of(text.node())));
  }

  /** Without blanks at both ends. */
  public static <R> TextExpression<R> trim(Expression<R, String> text) {
    return new TextExpression<>(new Node.Call(TextFunction.TRIM, List.of(text.node())));
  }

  /** The number of characters. */
  public static <R> NumberExpression<R, Integer> length(Expression<R, String> text) {
    return new NumberExpression<>(new Node.Call(TextFunction.LENGTH, List.of(text.node())));
  }

  /** Texts one after the other; a null is an empty text. Mix with {@link #text(String)}. */
  @SafeVarargs
  public static <R> TextExpression<R> concat(Expression<R, String>... texts) {
    return new TextExpression<>(new Node.Call(TextFunction.CONCAT, nodes(texts)));
  }

  /** The amount without sign. */
  public static <R, T extends Number> NumberExpression<R, T> abs(Expression<R, T> value) {
    return new NumberExpression<>(new Node.Call(MathFunction.ABS, List.of(value.node())));
  }

  /** The value, or another when it is null. */
  public static <R, T extends Number> NumberExpression<R, T> coalesce(
      NumberExpression<R, T> value, T otherwise) {
    return new NumberExpression<>(general(GeneralFunction.COALESCE, value, value(otherwise)));
  }

  /** The text, or another when it is null. */
  public static <R> TextExpression<R> coalesce(TextExpression<R> value, String otherwise) {
    return new TextExpression<>(general(GeneralFunction.COALESCE, value, value(otherwise)));
  }

  /** The first value that is not null. */
  @SafeVarargs
  public static <R, T> ComparableExpression<R, T> coalesce(Expression<R, T>... values) {
    return new ComparableExpression<>(general(GeneralFunction.COALESCE, values));
  }

  /** The greatest of several values. Null among them is left out, but on SQLite makes it null. */
  @SafeVarargs
  public static <R, T> ComparableExpression<R, T> greatest(Expression<R, T>... values) {
    return new ComparableExpression<>(general(GeneralFunction.GREATEST, values));
  }

  /** The least of several values. Null among them is left out, but on SQLite makes it null. */
  @SafeVarargs
  public static <R, T> ComparableExpression<R, T> least(Expression<R, T>... values) {
    return new ComparableExpression<>(general(GeneralFunction.LEAST, values));
  }

  /** The value, or null when it equals another. */
  public static <R, T> ComparableExpression<R, T> nullIf(
      Expression<R, T> value, Expression<R, T> other) {
    return new ComparableExpression<>(general(GeneralFunction.NULLIF, value, other));
  }

  /** The moment at which the statement runs, by the clock of the database. */
  public static <R> TemporalExpression<R, Instant> now() {
    return new TemporalExpression<>(new Node.Call(GeneralFunction.NOW, List.of()));
  }

  /** Made into another type; see {@link Expression#output(Class)} for the types. */
  public static <R, T> ComparableExpression<R, T> cast(Expression<R, ?> value, Class<T> type) {
    return cast(value, OutputTypes.of(type));
  }

  /** Made into the type of a field, such as a decimal number of so many places. */
  public static <R, T> ComparableExpression<R, T> cast(Expression<R, ?> value, FieldType type) {
    return new ComparableExpression<>(new Node.Call(new Cast(type), List.of(value.node())));
  }

  /**
   * Text compared and sorted by a collation of the database.
   *
   * @throws IllegalArgumentException when the name of the collation has characters that none has
   */
  public static <R> TextExpression<R> collate(Expression<R, String> text, String collation) {
    return new TextExpression<>(new Node.Call(new Collate(collation), List.of(text.node())));
  }

  /** A JSON object. */
  public static <R> Expression<R, Object> jsonObject(Map<String, Expression<R, ?>> members) {
    List<Node> nodes = new ArrayList<>();
    members.forEach((key, member) -> {
      nodes.add(new Node.Value(key));
      nodes.add(member.node());
    });
    return new Expression<>(new Node.Call(GeneralFunction.JSON_OBJECT, nodes));
  }

  /** A value while a condition holds, another otherwise. */
  public static <R, T> Expression<R, T> choose(Condition<R> condition, T then, T otherwise) {
    return new Choice<R, T>().when(condition, then).otherwise(otherwise);
  }

  /** The value of the first condition that holds; see {@link Choice}. */
  public static <R, T> Choice<R, T> when(Condition<R> condition, T then) {
    return new Choice<R, T>().when(condition, then);
  }

  /** The value of the first condition that holds; see {@link Choice}. */
  public static <R, T> Choice<R, T> when(Condition<R> condition, Expression<R, T> then) {
    return new Choice<R, T>().when(condition, then);
  }

  /** A column or expression of the query around a subquery. */
  public static <R, T> Expression<R, T> outer(Expression<?, T> expression) {
    return new Expression<>(new Node.Outer(expression.node()));
  }

  /** A column of the query around a subquery, by a name known at run time. */
  public static <R, T> Expression<R, T> outer(String name) {
    return new Expression<>(new Node.Outer(new Node.Reference(name)));
  }

  /** A subquery has at least one row. */
  public static <R> Condition<R> exists(SubqueryOf query) {
    return new Condition<>(new Node.Within(null, query));
  }

  /** The one value of a subquery; null when it has no row. */
  public static <R, T> ComparableExpression<R, T> scalar(SubqueryOf query, Class<T> type) {
    return new ComparableExpression<>(new Node.Scalar(query));
  }

  private static Node general(GeneralFunction function, Expression<?, ?>... arguments) {
    return new Node.Call(function, nodes(arguments));
  }

  static List<Node> nodes(Expression<?, ?>... expressions) {
    return Arrays.stream(expressions).<Node>map(Expression::node).toList();
  }
}
