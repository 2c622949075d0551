package io.quintet.conformance.orm;

import io.quintet.orm.expr.Fn;
import io.quintet.orm.expr.Node;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the functions in the expressions of cases. */
final class FunctionReader {
  private static final Map<String, Fn> PLAIN =
      Map.ofEntries(
          Map.entry("Lower", Fn.LOWER),
          Map.entry("Upper", Fn.UPPER),
          Map.entry("Length", Fn.LENGTH),
          Map.entry("Trim", Fn.TRIM),
          Map.entry("Concat", Fn.CONCAT),
          Map.entry("Coalesce", Fn.COALESCE),
          Map.entry("Abs", Fn.ABS),
          Map.entry("Round", Fn.ROUND),
          Map.entry("Greatest", Fn.GREATEST),
          Map.entry("Least", Fn.LEAST),
          Map.entry("ExtractYear", Fn.YEAR),
          Map.entry("ExtractMonth", Fn.MONTH),
          Map.entry("ExtractDay", Fn.DAY),
          Map.entry("ExtractHour", Fn.HOUR),
          Map.entry("ExtractMinute", Fn.MINUTE),
          Map.entry("ExtractSecond", Fn.SECOND),
          Map.entry("ExtractQuarter", Fn.QUARTER),
          Map.entry("ExtractWeekDay", Fn.WEEK_DAY),
          Map.entry("TruncDate", Fn.DATE));

  private FunctionReader() {}

  static Node of(ExpressionReader expressions, Map<String, @Nullable Object> object) {
    String name = String.valueOf(object.get("$func"));
    Fn function = PLAIN.get(name);
    if (function == null || object.containsKey("kwargs")) {
      throw new Unwritable("not built yet: function " + name);
    }
    List<Node> arguments =
        Raw.list(object.get("args")).stream().map(expressions::argument).toList();
    return new Node.Call(function, arguments);
  }
}
