package io.quintet.admin;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a template sees, by name. */
final class Values {
  private final Map<String, @Nullable Object> values = new LinkedHashMap<>();

  private Values() {}

  static Values with(String name, @Nullable Object value) {
    return new Values().and(name, value);
  }

  Values and(String name, @Nullable Object value) {
    values.put(name, value);
    return this;
  }

  Values and(Map<String, @Nullable Object> more) {
    values.putAll(more);
    return this;
  }

  Map<String, @Nullable Object> map() {
    return values;
  }
}
