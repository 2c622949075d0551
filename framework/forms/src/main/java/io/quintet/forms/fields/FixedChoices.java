package io.quintet.forms.fields;

import io.quintet.forms.widgets.Option;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Choices that are known beforehand. */
record FixedChoices<T>(
    List<Option.Choice> options, Map<String, T> byKey, Function<? super T, String> toKey)
    implements Choices<T> {
  @Override
  public @Nullable T find(String key) {
    return byKey.get(key);
  }

  @Override
  public String key(T value) {
    return toKey.apply(value);
  }
}
