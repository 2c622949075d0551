package io.quintet.conformance;

import io.quintet.core.MultiMap;
import io.quintet.core.text.SafeString;
import io.quintet.storage.UploadedFile;
import io.quintet.templates.Engine;
import io.quintet.templates.Tuple;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Decodes the typed values of cases. */
final class TypedValues {
  private final @Nullable Engine engine;

  /** With an engine for compiled templates among the values. */
  TypedValues(@Nullable Engine engine) {
    this.engine = engine;
  }

  /** A value that the runner cannot make. */
  static final class CannotDecode extends RuntimeException {
    private static final long serialVersionUID = 1L;

    CannotDecode(String message) {
      super(message);
    }
  }

  @Nullable Object decode(@Nullable Object raw) {
    return switch (raw) {
      case BigDecimal number -> number.doubleValue();
      case List<?> list -> list(list);
      case Map<?, ?> map ->
          map.containsKey("$type") ? typed(Cases.object(map)) : map(Cases.object(map));
      case null, default -> raw;
    };
  }

  List<@Nullable Object> list(List<?> raw) {
    List<@Nullable Object> list = new ArrayList<>(raw.size());
    raw.forEach(item -> list.add(decode(item)));
    return list;
  }

  Map<String, @Nullable Object> map(Map<String, @Nullable Object> raw) {
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    raw.forEach((key, value) -> map.put(key, decode(value)));
    return map;
  }

  private @Nullable Object typed(Map<String, @Nullable Object> raw) {
    Object v = raw.get("v");
    String text = String.valueOf(v);
    return switch (String.valueOf(raw.get("$type"))) {
      case "safe" -> SafeString.of(text);
      case "int" -> new BigInteger(text);
      case "float" -> real(text);
      case "decimal" -> decimal(text);
      case "datetime" -> dateTime(text, raw);
      case "date" -> LocalDate.parse(text);
      case "time" ->
          text.length() > 8 && text.indexOf('+') > 0
              ? OffsetTime.parse(text)
              : LocalTime.parse(text);
      case "timedelta" -> duration(text);
      case "uuid" -> UUID.fromString(text);
      case "upload" ->
          UploadedFile.of(
              String.valueOf(raw.get("name")),
              String.valueOf(raw.get("content_type")),
              Base64.getDecoder().decode(String.valueOf(raw.get("content"))));
      case "bytes" -> Base64.getDecoder().decode(text);
      case "tuple" -> Tuple.of(list(items(v)).toArray());
      case "set" -> new LinkedHashSet<>(list(items(v)));
      case "range" -> range(items(v));
      case "dict" -> pairs(items(v));
      case "namedtuple" ->
          Tuple.named(
              "Row",
              items(raw.get("fields")).stream().map(String::valueOf).toList(),
              list(items(v)).toArray());
      case "multidict" -> multi(items(v));
      case "callable", "object", "raises" -> SuiteObject.of(raw, this);
      case "template" -> engine == null ? fail(raw) : template(engine, raw, text);
      default -> fail(raw);
    };
  }

  private static List<?> items(@Nullable Object value) {
    return value instanceof List<?> list ? list : List.of();
  }

  private static Object fail(Map<String, @Nullable Object> raw) {
    throw new CannotDecode("a value of type " + raw.get("$type"));
  }

  private static Object template(Engine engine, Map<String, @Nullable Object> raw, String source) {
    return raw.get("name") instanceof String name
        ? engine.fromString(name, source)
        : engine.fromString(source);
  }

  private static Object real(String text) {
    return switch (text) {
      case "nan" -> Double.NaN;
      case "inf" -> Double.POSITIVE_INFINITY;
      case "-inf" -> Double.NEGATIVE_INFINITY;
      default -> Double.valueOf(text);
    };
  }

  private static Object decimal(String text) {
    try {
      return new BigDecimal(text);
    } catch (NumberFormatException special) {
      throw new CannotDecode("a decimal that is not finite (BigDecimal has none)");
    }
  }

  private static Object dateTime(String text, Map<String, @Nullable Object> raw) {
    if (raw.get("tz") instanceof String zone) {
      OffsetDateTime time = OffsetDateTime.parse(text);
      return zone.equals("UTC") || zone.equals("Etc/UTC")
          ? time.atZoneSameInstant(ZoneOffset.UTC)
          : ZonedDateTime.ofInstant(time.toLocalDateTime(), time.getOffset(), ZoneId.of(zone));
    }
    if (raw.get("tzname") != null) {
      return OffsetDateTime.parse(text);
    }
    return LocalDateTime.parse(text);
  }

  private static Duration duration(String seconds) {
    BigDecimal exact = new BigDecimal(seconds);
    BigDecimal whole = exact.setScale(0, RoundingMode.FLOOR);
    return Duration.ofSeconds(
        whole.longValueExact(), exact.subtract(whole).movePointRight(9).longValueExact());
  }

  private static Object range(List<?> bounds) {
    List<Long> range = new ArrayList<>();
    long start = (Long) bounds.get(0);
    long stop = (Long) bounds.get(1);
    long step = (Long) bounds.get(2);
    for (long i = start; step > 0 ? i < stop : i > stop; i += step) {
      range.add(i);
    }
    return range;
  }

  private Object pairs(List<?> raw) {
    Map<@Nullable Object, @Nullable Object> map = new LinkedHashMap<>();
    raw.forEach(pair -> map.put(decode(((List<?>) pair).get(0)), decode(((List<?>) pair).get(1))));
    return map;
  }

  private static Object multi(List<?> raw) {
    StringBuilder query = new StringBuilder();
    for (Object pair : raw) {
      String key = String.valueOf(((List<?>) pair).get(0));
      for (Object value : (List<?>) ((List<?>) pair).get(1)) {
        query
            .append(query.isEmpty() ? "" : "&")
            .append(io.quintet.core.text.UriText.quote(key, ""))
            .append('=')
            .append(io.quintet.core.text.UriText.quote(String.valueOf(value), ""));
      }
    }
    return MultiMap.parse(query.toString());
  }
}
