package io.quintet.tasks;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The named parts of a JSON object, read by {@link Codec#record}. Parts that are not asked for are
 * ignored.
 */
public final class Fields {
  private final Map<String, @Nullable Object> values;

  Fields(Map<String, @Nullable Object> values) {
    this.values = values;
  }

  /**
   * The part of this name.
   *
   * @throws CodecException if it is missing or of another kind; the message names it
   */
  public <T> T get(String name, Codec<T> codec) {
    if (!values.containsKey(name)) {
      throw new CodecException("field \"" + name + "\" is missing; found " + values.keySet());
    }
    return ContainerCodecs.at("field \"" + name + "\"", () -> codec.read(values.get(name)));
  }

  /** The part of this name, or empty if it is missing or null. */
  public <T> Optional<T> find(String name, Codec<T> codec) {
    return values.get(name) == null ? Optional.empty() : Optional.of(get(name, codec));
  }
}
