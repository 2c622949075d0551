package io.quintet.templates.library;

import io.quintet.templates.Filter;
import io.quintet.templates.Library;
import io.quintet.templates.values.Values;

/** Filters of lists and of any value. */
final class ListFilters {
  private ListFilters() {}

  static Library library() {
    return Library.builder()
        .filter(
            Filter.named("default")
                .argument(true)
                .does(call -> Values.truth(call.value()) ? call.value() : call.argument()))
        .filter(
            Filter.named("default_if_none")
                .argument(true)
                .does(call -> call.value() == null ? call.argument() : call.value()))
        .filter(
            Filter.named("length").does(call -> (long) Math.max(0, Values.length(call.value()))))
        .build();
  }
}
