package io.quintet.templates.library;

import io.quintet.core.text.Html;
import io.quintet.core.text.HtmlValue;
import io.quintet.core.text.SafeString;
import io.quintet.templates.Filter;
import io.quintet.templates.FilterCall;
import io.quintet.templates.Library;
import io.quintet.templates.TemplateSyntaxError;
import io.quintet.templates.Tuple;
import io.quintet.templates.values.Numbers;
import io.quintet.templates.values.PythonPretty;
import io.quintet.templates.values.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

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
        .filter(Filter.named("first").does(call -> at(call, false)))
        .filter(Filter.named("last").keepsSafe().does(call -> at(call, true)))
        .filter(Filter.named("random").keepsSafe().does(ListFilters::random))
        .filter(Filter.named("join").argument(true).keepsSafe().does(ListFilters::join))
        .filter(Filter.named("slice").argument(true).keepsSafe().does(ListFilters::slice))
        .filter(Filter.named("unordered_list").keepsSafe().does(UnorderedLists::html))
        .filter(Filter.named("dictsort").argument(true).does(call -> Sorting.sorted(call, false)))
        .filter(
            Filter.named("dictsortreversed")
                .argument(true)
                .does(call -> Sorting.sorted(call, true)))
        .filter(Filter.named("yesno").argument(false).does(ListFilters::yesNo))
        .filter(
            Filter.named("pprint")
                .keepsSafe()
                .does(call ->
                    call.context().engine().pythonOutput()
                        ? PythonPretty.format(call.value())
                        : call.text()))
        .build();
  }

  private static @Nullable Object at(FilterCall call, boolean last) {
    List<@Nullable Object> items = items(call);
    return items.isEmpty() ? "" : last ? items.getLast() : items.getFirst();
  }

  private static List<@Nullable Object> items(FilterCall call) {
    Object value = call.value();
    List<@Nullable Object> items = value instanceof Map<?, ?> ? null : Values.list(value);
    if (items == null) {
      throw new TemplateSyntaxError(
          "'" + call.name() + "' needs a list or text, not '" + call.text() + "'.");
    }
    return items;
  }

  private static @Nullable Object random(FilterCall call) {
    List<@Nullable Object> items = items(call);
    return items.isEmpty() ? "" : items.get(ThreadLocalRandom.current().nextInt(items.size()));
  }

  private static @Nullable Object join(FilterCall call) {
    List<@Nullable Object> items = Values.list(call.value());
    Object separator = call.argument();
    boolean strict = !call.autoescape() && call.context().engine().pythonOutput();
    if (items == null
        || strict
            && !(separator instanceof CharSequence
                && items.stream().allMatch(CharSequence.class::isInstance))) {
      return call.value();
    }
    return joined(items, separator, call);
  }

  private static SafeString joined(
      List<@Nullable Object> items, @Nullable Object separator, FilterCall call) {
    List<String> parts = new ArrayList<>(items.size());
    items.forEach(item -> parts.add(part(item, call)));
    return SafeString.of(String.join(part(separator, call), parts));
  }

  private static String part(@Nullable Object value, FilterCall call) {
    String text = call.context().text(value);
    return call.autoescape() && !(value instanceof HtmlValue) ? Html.escapeText(text) : text;
  }

  private static @Nullable Object slice(FilterCall call) {
    String[] bits = call.argumentText().split(":", -1);
    Integer[] numbers = new Integer[3];
    if (bits.length > 3) {
      return call.value();
    }
    for (int i = 0; i < bits.length; i++) {
      if (!bits[i].isEmpty()) {
        Number number = Numbers.parseInteger(bits[i]);
        if (number == null) {
          return call.value();
        }
        numbers[i] = Numbers.clamp(number, Integer.MIN_VALUE / 2, Integer.MAX_VALUE / 2);
      }
    }
    if (bits.length == 1) {
      numbers = new Integer[] {null, numbers[0], null};
    }
    return cut(call.value(), numbers);
  }

  private static @Nullable Object cut(@Nullable Object value, Integer[] numbers) {
    List<@Nullable Object> items = value instanceof Map<?, ?> ? null : Values.list(value);
    int step = numbers[2] == null ? 1 : numbers[2];
    if (items == null || step == 0) {
      return value;
    }
    int size = items.size();
    int start = bound(numbers[0], step > 0 ? 0 : size - 1, size, step);
    int stop = numbers[1] == null ? step > 0 ? size : -1 : bound(numbers[1], 0, size, step);
    List<@Nullable Object> cut = new ArrayList<>();
    for (int i = start; step > 0 ? i < stop : i > stop; i += step) {
      cut.add(items.get(i));
    }
    if (value instanceof CharSequence) {
      StringBuilder text = new StringBuilder();
      cut.forEach(text::append);
      return text.toString();
    }
    return value instanceof Tuple ? Tuple.of(cut.toArray()) : cut;
  }

  private static int bound(@Nullable Integer number, int absent, int size, int step) {
    if (number == null) {
      return absent;
    }
    int index = number < 0 ? number + size : number;
    return step > 0 ? Math.clamp(index, 0, size) : Math.clamp(index, -1, size - 1);
  }

  private static @Nullable Object yesNo(FilterCall call) {
    String[] words =
        (call.hasArgument() && call.argument() != null ? call.argumentText() : "yes,no,maybe")
            .split(",", -1);
    if (words.length < 2) {
      return call.value();
    }
    if (call.value() == null) {
      return words.length == 3 ? words[2] : words[1];
    }
    return Values.truth(call.value()) ? words[0] : words[1];
  }
}
