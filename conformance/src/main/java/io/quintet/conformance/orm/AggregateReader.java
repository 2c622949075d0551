package io.quintet.conformance.orm;

import io.quintet.orm.expr.Aggregates;
import io.quintet.orm.expr.Expression;
import io.quintet.orm.expr.Node;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the aggregates in the expressions of cases; names decide, so types are not looked at. */
@SuppressWarnings({"unchecked", "rawtypes"})
final class AggregateReader {
  private final Queries queries;
  private final ExpressionReader expressions;

  AggregateReader(Queries queries, ExpressionReader expressions) {
    this.queries = queries;
    this.expressions = expressions;
  }

  Node of(Map<String, @Nullable Object> object) {
    Node.Aggregate plain = plain(object);
    Object otherwise = object.get("default");
    return new Node.Aggregate(
        plain.function(),
        plain.arguments(),
        Raw.isTrue(object.get("distinct")),
        object.containsKey("filter") ? queries.conditions().of(object.get("filter")).node() : null,
        otherwise == null ? null : expressions.argument(otherwise),
        plain.orders());
  }

  private Node.Aggregate plain(Map<String, @Nullable Object> object) {
    String name = String.valueOf(object.get("$agg"));
    Object raw = object.get("expr");
    if ("*".equals(raw)) {
      return (Node.Aggregate) Aggregates.count().node();
    }
    Expression of = new Expression<>(expressions.argument(raw));
    Expression<?, ?> made =
        switch (name) {
          case "Count" -> Aggregates.count(of);
          case "Sum" -> Aggregates.sumDuration(of);
          case "Avg" -> Aggregates.avgDuration(of);
          case "Min" -> Aggregates.min(of);
          case "Max" -> Aggregates.max(of);
          case "StdDev" -> sample(object) ? Aggregates.stdDevOfSample(of) : Aggregates.stdDev(of);
          case "Variance" ->
              sample(object) ? Aggregates.varianceOfSample(of) : Aggregates.variance(of);
          default -> throw new Unwritable("not built yet: aggregate " + name);
        };
    return made.node() instanceof Node.Typed typed
        ? (Node.Aggregate) typed.expression()
        : (Node.Aggregate) made.node();
  }

  private static boolean sample(Map<String, @Nullable Object> object) {
    return Raw.isTrue(Raw.object(object.get("kwargs")).get("sample"));
  }
}
