package io.quintet.conformance;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the raw form of cases. */
final class Cases {
  private Cases() {}

  /** The value as an object, an empty one if it is null. */
  @SuppressWarnings("unchecked")
  static Map<String, @Nullable Object> object(@Nullable Object value) {
    return value == null ? Map.of() : (Map<String, @Nullable Object>) value;
  }

  /** Whether a fixed offset in the case has a name that a ZoneOffset cannot have. */
  static boolean namesOffset(@Nullable Object value) {
    if (value instanceof List<?> list) {
      return list.stream().anyMatch(Cases::namesOffset);
    }
    if (!(value instanceof Map<?, ?> map)) {
      return false;
    }
    boolean named = map.get("tzname") instanceof String name && !name.startsWith("UTC");
    return named || map.values().stream().anyMatch(Cases::namesOffset);
  }

  /** JSON in which the number -0.0 keeps its sign. */
  static String withNegativeZeros(String json) {
    return json.replaceAll(
        "(?<=[:\\[,] )-0\\.0(?=[,}\\]])|(?<=\\[)-0\\.0(?=[,\\]])",
        "{\"\\$type\": \"float\", \"v\": \"-0.0\"}");
  }
}
