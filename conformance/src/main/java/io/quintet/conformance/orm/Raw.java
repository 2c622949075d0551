package io.quintet.conformance.orm;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the raw JSON of cases. */
final class Raw {
  private Raw() {}

  /** The value as an object, an empty one if it is null. */
  @SuppressWarnings("unchecked")
  static Map<String, @Nullable Object> object(@Nullable Object value) {
    return value == null ? Map.of() : (Map<String, @Nullable Object>) value;
  }

  /** The value as a list, an empty one if it is null. */
  @SuppressWarnings("unchecked")
  static List<@Nullable Object> list(@Nullable Object value) {
    return value == null ? List.of() : (List<@Nullable Object>) value;
  }

  /** A list of texts. */
  static List<String> texts(@Nullable Object value) {
    return list(value).stream().map(String::valueOf).toList();
  }

  static boolean isTrue(@Nullable Object value) {
    return Boolean.TRUE.equals(value);
  }

  /** The first key of an object if it starts with $, else an empty text. */
  static String tag(Map<String, @Nullable Object> object) {
    if (object.isEmpty()) {
      return "";
    }
    String first = object.keySet().iterator().next();
    return first.startsWith("$") ? first : "";
  }
}
