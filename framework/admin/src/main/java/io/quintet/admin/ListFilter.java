package io.quintet.admin;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One filter of a list with its choices, which are read once a request. */
class ListFilter {
  /** The value in the address for rows that have none. */
  static final String NONE = "~none";

  /**
   * A choice.
   *
   * @param value what stands in the address
   * @param lookups what rows must meet
   */
  record Choice(String value, String label, Map<String, @Nullable Object> lookups) {}

  private final String name;
  private final String label;
  private final Supplier<List<Choice>> source;
  private @Nullable List<Choice> choices;

  ListFilter(String name, String label, Supplier<List<Choice>> source) {
    this.name = name;
    this.label = label;
    this.source = source;
  }

  final String name() {
    return name;
  }

  final String label() {
    return label;
  }

  final List<Choice> choices() {
    List<Choice> known = choices;
    if (known == null) {
      known = source.get();
      choices = known;
    }
    return known;
  }

  /** The choice of a value in the address, or empty when it is none. */
  Optional<Choice> find(String value) {
    return choices().stream().filter(choice -> choice.value().equals(value)).findFirst();
  }
}
