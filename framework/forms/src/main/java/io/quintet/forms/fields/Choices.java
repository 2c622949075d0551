package io.quintet.forms.fields;

import io.quintet.forms.internal.Texts;
import io.quintet.forms.widgets.Option;
import io.quintet.orm.meta.ChoiceLabels;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What can be chosen: values with the text that is sent for them and the label that is shown.
 *
 * @param <T> the type of the values
 */
public interface Choices<T> {
  /** What the widget offers. */
  List<? extends Option> options();

  /** The value that a sent text stands for, or null if it stands for none. */
  @Nullable T find(String key);

  /** The text that is sent for a value. */
  String key(T value);

  /**
   * The constants of an enum, by name. Labels are those that a model declares for it, or else come
   * from {@code toString} if it was written.
   */
  static <E extends Enum<E>> Choices<E> of(Class<E> type) {
    return of(List.of(type.getEnumConstants()), Enum::name, Choices::label);
  }

  private static String label(Enum<?> constant) {
    return ChoiceLabels.of(constant)
        .orElseGet(() ->
            constant.toString().equals(constant.name())
                ? Texts.pretty(constant.name())
                : constant.toString());
  }

  /** Labels by the text that is sent, in the order of the map. */
  static Choices<String> of(Map<String, String> labels) {
    return of(labels.keySet(), Function.identity(), key -> labels.getOrDefault(key, key));
  }

  /** Values with functions for the text that is sent and for the label. */
  static <T> Choices<T> of(
      Collection<T> values, Function<? super T, String> key, Function<? super T, ?> label) {
    List<Option.Choice> options = new ArrayList<>();
    Map<String, T> byKey = new LinkedHashMap<>();
    for (T value : values) {
      options.add(new Option.Choice(key.apply(value), label.apply(value)));
      byKey.putIfAbsent(key.apply(value), value);
    }
    return new FixedChoices<>(List.copyOf(options), byKey, key);
  }

  /** Choices under headings, in the order of the map. */
  static <T> Choices<T> grouped(Map<String, ? extends Choices<T>> groups) {
    return new GroupedChoices<>(groups);
  }
}
