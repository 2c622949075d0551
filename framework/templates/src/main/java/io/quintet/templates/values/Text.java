package io.quintet.templates.values;

import io.quintet.core.format.PlainNumbers;
import io.quintet.core.text.HtmlValue;
import java.lang.reflect.Array;
import java.math.BigDecimal;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Values as text, as a Java reader expects them; null is empty. {@link PythonText} is the other
 * style.
 */
public final class Text {
  private Text() {}

  /** The text of a value in the engine's style. */
  public static String of(@Nullable Object value, boolean python) {
    if (value instanceof String text) {
      return text;
    }
    return python ? PythonText.str(value) : of(value);
  }

  /** The text of a value. */
  public static String of(@Nullable Object value) {
    return switch (value) {
      case null -> "";
      case HtmlValue html -> html.html();
      case CharSequence text -> text.toString();
      case BigDecimal d -> Math.abs((long) d.scale()) > 200 ? d.toString() : d.toPlainString();
      case Double d -> PlainNumbers.floating(d);
      case Optional<?> o -> o.isPresent() ? of(o.get()) : "";
      case List<?> list -> elements(list);
      case Set<?> set -> elements(set);
      case Map<?, ?> map -> map(map);
      default -> value.getClass().isArray() ? array(value) : value.toString();
    };
  }

  private static String elements(Iterable<?> elements) {
    StringBuilder out = new StringBuilder("[");
    for (Iterator<?> i = elements.iterator(); i.hasNext(); ) {
      out.append(nested(i.next())).append(i.hasNext() ? ", " : "");
    }
    return out.append("]").toString();
  }

  private static String map(Map<?, ?> map) {
    StringBuilder out = new StringBuilder("{");
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      out.append(out.length() > 1 ? ", " : "")
          .append(nested(entry.getKey()))
          .append("=")
          .append(nested(entry.getValue()));
    }
    return out.append("}").toString();
  }

  private static String array(Object array) {
    StringBuilder out = new StringBuilder("[");
    for (int i = 0; i < Array.getLength(array); i++) {
      out.append(i > 0 ? ", " : "").append(nested(Array.get(array, i)));
    }
    return out.append("]").toString();
  }

  private static String nested(@Nullable Object value) {
    return value == null ? "null" : of(value);
  }
}
