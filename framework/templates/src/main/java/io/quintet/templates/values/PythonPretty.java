package io.quintet.templates.values;

import io.quintet.templates.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Values over several lines where one of 80 characters is not enough; the keys of maps in order.
 */
public final class PythonPretty {
  private static final int WIDTH = 80;

  private PythonPretty() {}

  /** The text. */
  public static String format(@Nullable Object value) {
    return value instanceof CharSequence text
        ? PrettyText.outermost(text.toString(), WIDTH)
        : format(value, 0, 0);
  }

  private static String format(@Nullable Object value, int indent, int behind) {
    Object ordered =
        value instanceof Map<?, ?> map && !(value instanceof PythonValue) ? sorted(map) : value;
    String line = PythonText.repr(ordered);
    if (line.length() <= WIDTH - indent - behind) {
      return line;
    }
    return switch (ordered) {
      case PythonValue known -> line;
      case Tuple tuple when tuple.names().isEmpty() ->
          elements(tuple, "(", tuple.size() == 1 ? ",)" : ")", indent, behind);
      case List<?> list when !(list instanceof Tuple) -> elements(list, "[", "]", indent, behind);
      case Map<?, ?> map -> entries(map, indent, behind);
      case CharSequence text -> PrettyText.inside(text.toString(), WIDTH, indent, behind);
      case null, default -> line;
    };
  }

  private static Map<@Nullable Object, @Nullable Object> sorted(Map<?, ?> map) {
    List<Map.Entry<?, ?>> entries = new ArrayList<>(map.entrySet());
    try {
      entries.sort((a, b) -> Comparison.compare(a.getKey(), b.getKey()));
    } catch (UncomparableException noOrder) {
      return copy(new ArrayList<>(map.entrySet()));
    }
    return copy(entries);
  }

  private static Map<@Nullable Object, @Nullable Object> copy(List<Map.Entry<?, ?>> entries) {
    Map<@Nullable Object, @Nullable Object> copy = new java.util.LinkedHashMap<>();
    entries.forEach(entry -> copy.put(entry.getKey(), entry.getValue()));
    return copy;
  }

  private static String elements(List<?> list, String open, String close, int indent, int behind) {
    StringBuilder out = new StringBuilder(open);
    for (int i = 0; i < list.size(); i++) {
      boolean last = i + 1 == list.size();
      int after = last ? close.length() + behind : 1;
      out.append(i == 0 ? "" : ",\n" + " ".repeat(indent + 1));
      out.append(format(list.get(i), indent + 1, after));
    }
    return out.append(close).toString();
  }

  private static String entries(Map<?, ?> map, int indent, int behind) {
    StringBuilder out = new StringBuilder("{");
    int left = map.size();
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      left--;
      String key = PythonText.repr(entry.getKey()) + ": ";
      out.append(out.length() == 1 ? "" : ",\n" + " ".repeat(indent + 1)).append(key);
      int after = left == 0 ? 1 + behind : 1;
      out.append(format(entry.getValue(), indent + 1 + key.length(), after));
    }
    return out.append("}").toString();
  }
}
