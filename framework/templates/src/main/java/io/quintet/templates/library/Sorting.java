package io.quintet.templates.library;

import io.quintet.templates.FilterCall;
import io.quintet.templates.TemplateObject;
import io.quintet.templates.values.Comparison;
import io.quintet.templates.values.Numbers;
import io.quintet.templates.values.UncomparableException;
import io.quintet.templates.values.Values;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Sorts lists by a property of their elements. */
final class Sorting {
  private Sorting() {}

  private record Keyed(@Nullable Object key, @Nullable Object value) {}

  static Object sorted(FilterCall call, boolean reversed) {
    List<@Nullable Object> items = Values.list(call.value());
    if (items == null
        || !(call.argument() instanceof CharSequence) && !Numbers.isInteger(call.argument())) {
      return "";
    }
    List<Keyed> keyed = new ArrayList<>(items.size());
    for (Object item : items) {
      Object key = key(item, call);
      if (key == TemplateObject.ABSENT) {
        return "";
      }
      keyed.add(new Keyed(key, item));
    }
    try {
      Comparator<Keyed> order = (a, b) -> Comparison.compare(a.key(), b.key());
      keyed.sort(reversed ? order.reversed() : order);
    } catch (UncomparableException noOrder) {
      return "";
    }
    List<@Nullable Object> sorted = new ArrayList<>(keyed.size());
    keyed.forEach(entry -> sorted.add(entry.value()));
    return sorted;
  }

  private static @Nullable Object key(@Nullable Object item, FilterCall call) {
    String name = call.argumentText();
    if (Numbers.parseDouble(name) != null) {
      return byNumber(item, call.argument());
    }
    if (name.isEmpty() || name.startsWith("_") || name.contains("._")) {
      return TemplateObject.ABSENT;
    }
    Object value = item;
    for (String part : name.split("\\.", -1)) {
      value = call.context().engine().member(value, part);
      if (value == TemplateObject.ABSENT) {
        return value;
      }
    }
    return value;
  }

  private static @Nullable Object byNumber(@Nullable Object item, @Nullable Object argument) {
    if (item instanceof Map<?, ?> map) {
      Object key = argument instanceof CharSequence text ? text.toString() : argument;
      return map.containsKey(key) ? map.get(key) : TemplateObject.ABSENT;
    }
    Number index = argument instanceof CharSequence ? null : Numbers.integerOf(argument);
    List<@Nullable Object> list = Values.list(item);
    if (index == null || list == null) {
      return TemplateObject.ABSENT;
    }
    long at = index.longValue() < 0 ? index.longValue() + list.size() : index.longValue();
    return at >= 0 && at < list.size() ? list.get((int) at) : TemplateObject.ABSENT;
  }
}
