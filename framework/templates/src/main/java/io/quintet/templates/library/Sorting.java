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
    String name = call.argumentText();
    Object given = call.argument();
    boolean key =
        given instanceof CharSequence || given instanceof Number || given instanceof Boolean;
    if (items == null || !key || name.startsWith("_") || name.contains("._")) {
      return "";
    }
    List<Keyed> keyed = new ArrayList<>(items.size());
    for (Object item : items) {
      Object sortedBy = key(item, call);
      if (sortedBy == TemplateObject.ABSENT) {
        return "";
      }
      keyed.add(new Keyed(sortedBy, item));
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
    if (!(call.argument() instanceof CharSequence) || Numbers.parseDouble(name) != null) {
      return byNumber(item, call.argument());
    }
    Object value = item;
    for (String part : name.split("\\.", -1)) {
      boolean place = value instanceof List<?> && Numbers.parseInteger(part) != null;
      value = place ? TemplateObject.ABSENT : call.context().engine().member(value, part);
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
    boolean whole = Numbers.isInteger(argument) || argument instanceof Boolean;
    Number index = whole ? Numbers.integerOf(argument) : null;
    List<@Nullable Object> list = Values.list(item);
    if (index == null || list == null) {
      return TemplateObject.ABSENT;
    }
    int given = Numbers.clamp(index, Integer.MIN_VALUE, Integer.MAX_VALUE);
    int at = given < 0 ? given + list.size() : given;
    return at >= 0 && at < list.size() ? list.get(at) : TemplateObject.ABSENT;
  }
}
