package io.quintet.http.routing;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Values in an error as Django shows them, so that its users recognise the message. */
final class ShownValues {
  private ShownValues() {}

  /** Values in order: {@code ('a', 1)}. */
  static String tuple(List<? extends @Nullable Object> values) {
    return "(" + joined(values) + (values.size() == 1 ? ",)" : ")");
  }

  /** Any value: {@code {'a': [1, True]}}. */
  static String text(@Nullable Object value) {
    return switch (value) {
      case null -> "None";
      case Boolean flag -> flag ? "True" : "False";
      case CharSequence text -> quoted(text.toString());
      case UUID id -> "UUID('" + id + "')";
      case List<?> list -> "[" + joined(list) + "]";
      case Map<?, ?> map ->
          map.entrySet().stream()
              .map(entry -> text(entry.getKey()) + ": " + text(entry.getValue()))
              .collect(Collectors.joining(", ", "{", "}"));
      default -> String.valueOf(value);
    };
  }

  private static String joined(List<? extends @Nullable Object> values) {
    StringBuilder out = new StringBuilder();
    for (Object value : values) {
      out.append(out.isEmpty() ? "" : ", ").append(text(value));
    }
    return out.toString();
  }

  private static String quoted(String text) {
    char quote = text.indexOf('\'') >= 0 && text.indexOf('"') < 0 ? '"' : '\'';
    StringBuilder out = new StringBuilder().append(quote);
    text.codePoints()
        .forEach(c -> {
          switch (c) {
            case '\n' -> out.append("\\n");
            case '\r' -> out.append("\\r");
            case '\t' -> out.append("\\t");
            default -> {
              if (c == quote || c == '\\') {
                out.append('\\').append((char) c);
              } else if (Character.isISOControl(c)) {
                out.append("\\x%02x".formatted(c));
              } else {
                out.appendCodePoint(c);
              }
            }
          }
        });
    return out.append(quote).toString();
  }
}
