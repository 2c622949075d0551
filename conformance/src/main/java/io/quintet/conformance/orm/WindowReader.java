package io.quintet.conformance.orm;

import io.quintet.orm.expr.Expression;
import io.quintet.orm.expr.Frame;
import io.quintet.orm.expr.Node;
import io.quintet.orm.expr.Window;
import io.quintet.orm.expr.Windows;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the windows in the expressions of cases; names decide, so types are not looked at. */
@SuppressWarnings({"unchecked", "rawtypes"})
final class WindowReader {
  private final Queries queries;
  private final ExpressionReader expressions;

  WindowReader(Queries queries, ExpressionReader expressions) {
    this.queries = queries;
    this.expressions = expressions;
  }

  Node of(Map<String, @Nullable Object> object) {
    Window window =
        new Window(
            queries.arguments(Raw.list(object.get("partition_by"))),
            Raw.list(object.get("order_by")).stream().map(queries::order).toList(),
            frame(Raw.list(object.get("frame"))));
    Map<String, @Nullable Object> source = Raw.object(object.get("$window"));
    if (!source.containsKey("$func")) {
      return Windows.over(new Expression(expressions.of(source)), window).node();
    }
    return function(source, window).node();
  }

  private static @Nullable Frame frame(List<@Nullable Object> raw) {
    return raw.isEmpty()
        ? null
        : new Frame(
            Frame.Unit.valueOf(String.valueOf(raw.get(0)).toUpperCase(Locale.ROOT)),
            bound(raw.get(1)),
            bound(raw.get(2)));
  }

  private static @Nullable Integer bound(@Nullable Object raw) {
    return raw == null ? null : (Integer) OutputReader.number(raw);
  }

  private Expression function(Map<String, @Nullable Object> source, Window window) {
    List<@Nullable Object> raw = Raw.list(source.get("args"));
    Map<String, @Nullable Object> options = Raw.object(source.get("kwargs"));
    String name = String.valueOf(source.get("$func"));
    int offset = OutputReader.number(options.getOrDefault("offset", 1L));
    Object otherwise = Literal.of(options.get("default"));
    return switch (name) {
      case "RowNumber" -> Windows.rowNumber(window);
      case "Rank" -> Windows.rank(window);
      case "DenseRank" -> Windows.denseRank(window);
      case "PercentRank" -> Windows.percentRank(window);
      case "CumeDist" -> Windows.cumeDist(window);
      case "Ntile" -> Windows.ntile(OutputReader.number(raw.getFirst()), window);
      case "Lag" -> Windows.lag(first(raw), offset, otherwise, window);
      case "Lead" -> Windows.lead(first(raw), offset, otherwise, window);
      case "FirstValue" -> Windows.firstValue(first(raw), window);
      case "LastValue" -> Windows.lastValue(first(raw), window);
      case "NthValue" ->
          Windows.nthValue(first(raw), OutputReader.number(options.get("nth")), window);
      default -> Windows.over(new Expression(expressions.of(source)), window);
    };
  }

  private Expression first(List<@Nullable Object> raw) {
    return new Expression<>(expressions.argument(raw.getFirst()));
  }
}
