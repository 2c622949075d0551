package io.quintet.templates.values;

import io.quintet.core.MultiMap;
import io.quintet.templates.TemplateObject;
import io.quintet.templates.Tuple;
import java.lang.reflect.Array;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.BaseStream;
import org.jspecify.annotations.Nullable;

/** Truth, length, membership and iteration of values. */
public final class Values {
  private Values() {}

  /** Whether a value counts as true: not null, false, zero or empty. */
  public static boolean truth(@Nullable Object value) {
    if (value instanceof Boolean bool) {
      return bool;
    }
    return switch (value) {
      case null -> false;
      case Number n -> Numbers.isNonZero(n);
      case CharSequence s -> !s.isEmpty();
      case Collection<?> c -> !c.isEmpty();
      case Map<?, ?> m -> !m.isEmpty();
      case TemplateObject o -> o.truth();
      case Duration d -> !d.isZero();
      case Optional<?> o -> o.isPresent() && truth(o.get());
      case MultiMap m -> !m.isEmpty();
      case Iterable<?> i -> i.iterator().hasNext();
      default -> !value.getClass().isArray() || Array.getLength(value) > 0;
    };
  }

  /**
   * The length, or -1 if the value has none. Text is counted in characters, not in UTF-16 units.
   */
  public static int length(@Nullable Object value) {
    return switch (value) {
      case null -> -1;
      case CharSequence s -> Character.codePointCount(s, 0, s.length());
      case Collection<?> c -> c.size();
      case Map<?, ?> m -> m.size();
      case TemplateObject o -> o.size();
      case MultiMap m -> m.names().size();
      case Iterable<?> i -> count(i.iterator());
      default -> value.getClass().isArray() ? Array.getLength(value) : -1;
    };
  }

  /**
   * The elements of a value, or null if it cannot be iterated; a map gives its keys, text its
   * characters.
   */
  public static @Nullable Iterator<?> iterator(@Nullable Object value) {
    return switch (value) {
      case null -> null;
      case CharSequence s -> s.codePoints().mapToObj(Character::toString).iterator();
      case Iterable<?> i -> i.iterator();
      case Map<?, ?> m -> m.keySet().iterator();
      case MultiMap m -> m.names().iterator();
      case BaseStream<?, ?> s -> s.iterator();
      case Iterator<?> i -> i;
      default -> value.getClass().isArray() ? array(value).iterator() : null;
    };
  }

  /** Whether {@link #iterator} gives something, without starting to go through it. */
  public static boolean isIterable(@Nullable Object value) {
    return switch (value) {
      case null -> false;
      case CharSequence _,
          Iterable<?> _,
          Map<?, ?> _,
          MultiMap _,
          BaseStream<?, ?> _,
          Iterator<?> _ ->
          true;
      default -> value.getClass().isArray();
    };
  }

  private static int count(Iterator<?> elements) {
    int count = 0;
    while (elements.hasNext()) {
      elements.next();
      count++;
    }
    return count;
  }

  /** The elements of a value as a list, or null if it cannot be iterated. */
  public static @Nullable List<@Nullable Object> list(@Nullable Object value) {
    if (value instanceof List<?> list) {
      @SuppressWarnings("unchecked")
      List<@Nullable Object> same = (List<@Nullable Object>) list;
      return same;
    }
    Iterator<?> iterator = iterator(value);
    if (iterator == null) {
      return null;
    }
    List<@Nullable Object> elements = new ArrayList<>();
    iterator.forEachRemaining(elements::add);
    return elements;
  }

  private static List<@Nullable Object> array(Object value) {
    int length = Array.getLength(value);
    List<@Nullable Object> elements = new ArrayList<>(length);
    for (int i = 0; i < length; i++) {
      elements.add(Array.get(value, i));
    }
    return elements;
  }

  /**
   * Whether a container holds an element: a part of a text, a key of a map, an element of a
   * collection.
   *
   * @throws UncomparableException if the container is none, or is text and the element is not
   */
  public static boolean contains(@Nullable Object container, @Nullable Object element) {
    if (container instanceof CharSequence text) {
      if (element instanceof CharSequence part) {
        return text.toString().contains(part.toString());
      }
      throw new UncomparableException("Only text can be part of a text");
    }
    if (container instanceof Map<?, ?> map) {
      return mapContains(map, element);
    }
    Iterator<?> iterator = iterator(container);
    if (iterator == null) {
      throw new UncomparableException("A value of this type holds no elements");
    }
    while (iterator.hasNext()) {
      if (Comparison.equal(iterator.next(), element)) {
        return true;
      }
    }
    return false;
  }

  private static boolean mapContains(Map<?, ?> map, @Nullable Object element) {
    if (element instanceof String || element instanceof Long) {
      if (map.containsKey(element)) {
        return true;
      }
    }
    for (Object key : map.keySet()) {
      if (Comparison.equal(key, element)) {
        return true;
      }
    }
    if (element instanceof Map<?, ?> || element instanceof List<?> && !(element instanceof Tuple)) {
      throw new UncomparableException("A list or map cannot be the key of a map");
    }
    return false;
  }
}
