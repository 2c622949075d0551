package io.quintet.templates;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The values that a use of a tag gives for its {@link Parameters}. */
public final class Arguments {
  private final Map<String, @Nullable Object> values;
  private final List<@Nullable Object> rest;
  private final Map<String, @Nullable Object> keywords;

  Arguments(
      Map<String, @Nullable Object> values,
      List<@Nullable Object> rest,
      Map<String, @Nullable Object> keywords) {
    this.values = values;
    this.rest = rest;
    this.keywords = keywords;
  }

  /**
   * The value of a declared parameter.
   *
   * @throws IllegalArgumentException if the tag declares no such parameter
   */
  public @Nullable Object get(String name) {
    if (!values.containsKey(name)) {
      throw new IllegalArgumentException(
          "The tag declares no parameter '" + name + "', only " + values.keySet() + ".");
    }
    return values.get(name);
  }

  /** The further values by position. */
  public List<@Nullable Object> rest() {
    return rest;
  }

  /** The further values by name, in the order of the template. */
  public Map<String, @Nullable Object> keywords() {
    return keywords;
  }
}
