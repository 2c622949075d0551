package io.quintet.conformance.orm;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The values of cases that are neither references nor expressions. */
final class Literal {
  private static final Set<String> TAGS =
      Set.of(
          "$decimal", "$date", "$time", "$datetime", "$duration_us", "$uuid", "$binary", "$json");

  private Literal() {}

  /** Whether an object stands for a value. */
  static boolean isTagged(Map<String, @Nullable Object> object) {
    return object.size() == 1 && TAGS.contains(Raw.tag(object));
  }

  /** The value; objects and lists are decoded in turn. */
  static @Nullable Object of(@Nullable Object raw) {
    return switch (raw) {
      case BigDecimal number -> number.doubleValue();
      case List<?> list -> {
        List<@Nullable Object> values = new ArrayList<>();
        list.forEach(item -> values.add(of(item)));
        yield values;
      }
      case Map<?, ?> map -> {
        Map<String, @Nullable Object> object = Raw.object(map);
        yield isTagged(object) ? tagged(object) : members(object);
      }
      case null, default -> raw;
    };
  }

  private static Map<String, @Nullable Object> members(Map<String, @Nullable Object> object) {
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    object.forEach((key, value) -> values.put(key, of(value)));
    return values;
  }

  static @Nullable Object tagged(Map<String, @Nullable Object> object) {
    String tag = Raw.tag(object);
    Object value = object.get(tag);
    String text = String.valueOf(value);
    return switch (tag) {
      case "$decimal" -> new BigDecimal(text);
      case "$date" -> LocalDate.parse(text);
      case "$time" -> LocalTime.parse(text);
      case "$datetime" -> moment(text);
      case "$duration_us" -> Duration.of(Long.parseLong(text), ChronoUnit.MICROS);
      case "$uuid" -> UUID.fromString(text);
      case "$binary" -> Base64.getDecoder().decode(text);
      default -> json(value);
    };
  }

  private static Object moment(String text) {
    boolean offset = text.endsWith("Z") || text.matches(".*[+-]\\d\\d:\\d\\d$");
    return offset ? OffsetDateTime.parse(text).toInstant() : LocalDateTime.parse(text);
  }

  /** JSON without tags inside. */
  static @Nullable Object json(@Nullable Object raw) {
    return switch (raw) {
      case BigDecimal number -> number.doubleValue();
      case List<?> list -> {
        List<@Nullable Object> values = new ArrayList<>();
        list.forEach(item -> values.add(json(item)));
        yield values;
      }
      case Map<?, ?> map -> {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        Raw.object(map).forEach((key, value) -> values.put(key, json(value)));
        yield values;
      }
      case null, default -> raw;
    };
  }
}
