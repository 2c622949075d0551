package io.quintet.cache.internal;

import io.quintet.cache.CacheException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Immutable copies of what may be cached. */
public final class Values {
  static final int MAX_DEPTH = 50;

  private Values() {}

  /**
   * A copy that nobody else can change.
   *
   * @throws CacheException if a type is not allowed
   */
  public static @Nullable Object freeze(@Nullable Object value) {
    return value instanceof byte[] bytes ? bytes.clone() : freeze(value, 0);
  }

  private static @Nullable Object freeze(@Nullable Object value, int depth) {
    if (depth > MAX_DEPTH) {
      throw new CacheException(
          "The value to cache is nested more than %d deep, or holds itself".formatted(MAX_DEPTH));
    }
    return switch (value) {
      case null -> null;
      case String text -> text;
      case Boolean bool -> bool;
      case Integer number -> number;
      case Long number -> number;
      case Float number -> number;
      case Double number -> number;
      case BigInteger number -> number;
      case BigDecimal number -> number;
      case UUID id -> id;
      case Instant time -> time;
      case LocalDate date -> date;
      case LocalTime time -> time;
      case LocalDateTime time -> time;
      case OffsetDateTime time -> time;
      case ZonedDateTime time -> time;
      case Duration duration -> duration;
      case List<?> list -> freezeList(list, depth);
      case Set<?> set -> freezeSet(set, depth);
      case Map<?, ?> map -> freezeMap(map, depth);
      default -> throw refused(value);
    };
  }

  private static List<@Nullable Object> freezeList(List<?> list, int depth) {
    List<@Nullable Object> copy = new ArrayList<>(list.size());
    for (Object element : list) {
      copy.add(freeze(element, depth + 1));
    }
    return Collections.unmodifiableList(copy);
  }

  private static Set<@Nullable Object> freezeSet(Set<?> set, int depth) {
    Set<@Nullable Object> copy = new LinkedHashSet<>();
    for (Object element : set) {
      copy.add(freeze(element, depth + 1));
    }
    return Collections.unmodifiableSet(copy);
  }

  private static Map<@Nullable Object, @Nullable Object> freezeMap(Map<?, ?> map, int depth) {
    Map<@Nullable Object, @Nullable Object> copy = new LinkedHashMap<>();
    map.forEach((key, element) -> copy.put(freeze(key, depth + 1), freeze(element, depth + 1)));
    return Collections.unmodifiableMap(copy);
  }

  static CacheException refused(Object value) {
    if (value instanceof byte[]) {
      return new CacheException(
          "A byte[] within a list, set or map cannot be cached: cache it under a key of its own, or as Base64 text");
    }
    return new CacheException(
        "A value of %s cannot be cached; allowed are null, texts, numbers, booleans, UUID, the java.time types, byte[], and lists, sets and maps of these. Cache the fields it is needed for, as a map, or the text made from it"
            .formatted(value.getClass().getName()));
  }
}
