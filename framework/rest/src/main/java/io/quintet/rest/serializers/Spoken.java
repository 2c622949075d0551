package io.quintet.rest.serializers;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Values as clients of Django REST Framework know them from its messages. */
final class Spoken {
  private Spoken() {}

  /** The name of a JSON value's type. */
  static String type(@Nullable Object value) {
    return switch (value) {
      case null -> "NoneType";
      case Map<?, ?> m -> "dict";
      case List<?> l -> "list";
      case String s -> "str";
      case Boolean b -> "bool";
      case java.math.BigDecimal d -> "float";
      case Double d -> "float";
      case Number n -> "int";
      default -> value.getClass().getSimpleName();
    };
  }

  /** A value as text. */
  static String text(@Nullable Object value) {
    return switch (value) {
      case null -> "None";
      case Boolean b -> b ? "True" : "False";
      case List<?> list ->
          "[" + String.join(", ", list.stream().map(Spoken::quoted).toList()) + "]";
      case Map<?, ?> map ->
          "{"
              + String.join(
                  ", ",
                  map.entrySet().stream()
                      .map(e -> quoted(e.getKey()) + ": " + quoted(e.getValue()))
                      .toList())
              + "}";
      case java.math.BigDecimal d -> d.toPlainString();
      default -> value.toString();
    };
  }

  private static String quoted(@Nullable Object value) {
    return value instanceof String s ? "'" + s + "'" : text(value);
  }
}
