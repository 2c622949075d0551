package io.quintet.forms.internal;

import io.quintet.core.json.Json;
import java.util.Iterator;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** JSON on one line with a space after commas and colons, to be read by people. */
public final class JsonText {
  private JsonText() {}

  /** The document. */
  public static String write(@Nullable Object value) {
    StringBuilder out = new StringBuilder();
    write(out, value);
    return out.toString();
  }

  private static void write(StringBuilder out, @Nullable Object value) {
    switch (value) {
      case Map<?, ?> map -> {
        out.append('{');
        String separator = "";
        for (Map.Entry<?, ?> entry : map.entrySet()) {
          out.append(separator).append(Json.write(String.valueOf(entry.getKey()))).append(": ");
          write(out, entry.getValue());
          separator = ", ";
        }
        out.append('}');
      }
      case Iterable<?> list -> {
        out.append('[');
        Iterator<?> items = list.iterator();
        while (items.hasNext()) {
          write(out, items.next());
          out.append(items.hasNext() ? ", " : "");
        }
        out.append(']');
      }
      case null, default -> out.append(Json.write(value));
    }
  }
}
