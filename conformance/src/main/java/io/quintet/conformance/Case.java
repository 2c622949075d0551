package io.quintet.conformance;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A recorded case.
 *
 * @param area the file it is in
 * @param data what it holds
 */
public record Case(Area area, Map<String, @Nullable Object> data) {
  /** Its name, unique in its file. */
  public String id() {
    return String.valueOf(data.get("id"));
  }

  /** A part of it, null if it has none. */
  public @Nullable Object get(String key) {
    return data.get(key);
  }

  /** A part that is an object, empty if it has none. */
  public Map<String, @Nullable Object> object(String key) {
    return Cases.object(data.get(key));
  }

  /** The operation, empty if it has none. */
  public String op() {
    return data.get("op") instanceof String op ? op : "";
  }
}
