package io.quintet.rest.serializers;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Checked values by the names of the record's components. A related row is its entity; a nested
 * object is {@code Values} again.
 */
public final class Values {
  private final Map<String, @Nullable Object> values;

  private Values(Map<String, @Nullable Object> values) {
    this.values = Collections.unmodifiableMap(values);
  }

  /** Values in the order of a map. */
  public static Values of(Map<String, ? extends @Nullable Object> values) {
    return new Values(new LinkedHashMap<>(values));
  }

  /** Whether the client gave a value, or null, for a component. */
  public boolean has(String component) {
    return values.containsKey(component);
  }

  /** The value of a component; null also when none was given. */
  public @Nullable Object get(String component) {
    return values.get(component);
  }

  /**
   * The value of a component as a class; null when there is none.
   *
   * @throws ClassCastException when it is of another class
   */
  public <T> @Nullable T get(String component, Class<T> type) {
    return type.cast(values.get(component));
  }

  /** A copy with another value. */
  public Values with(String component, @Nullable Object value) {
    Map<String, @Nullable Object> copy = new LinkedHashMap<>(values);
    copy.put(component, value);
    return new Values(copy);
  }

  /** A copy without a value. */
  public Values without(String component) {
    Map<String, @Nullable Object> copy = new LinkedHashMap<>(values);
    copy.remove(component);
    return new Values(copy);
  }

  /** The components that have a value. */
  public Set<String> names() {
    return values.keySet();
  }

  /** All values. */
  public Map<String, @Nullable Object> asMap() {
    return values;
  }

  @Override
  public String toString() {
    return values.toString();
  }
}
