package io.quintet.rest.serializers;

import io.quintet.core.i18n.TimeZones;
import io.quintet.http.Request;
import io.quintet.storage.StoredFile;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** How values look in JSON; used by generated code and by serializers written by hand. */
public final class Represent {
  private static final ScopedValue<Request> REQUEST = ScopedValue.newInstance();
  private static final long NANOS_OF_MICRO = 1_000;

  private Represent() {}

  /** Runs work in which the addresses of files are complete, as the request's client sees them. */
  public static <T extends @Nullable Object, X extends Exception> T within(
      Request request, ScopedValue.CallableOp<T, X> work) throws X {
    return ScopedValue.where(REQUEST, request).call(work);
  }

  /** A decimal number as text, so that no client rounds it. */
  public static @Nullable String decimal(@Nullable BigDecimal value) {
    return value == null ? null : value.toPlainString();
  }

  /** A moment in the current time zone: {@code 2026-03-01T09:30:00Z}. */
  public static @Nullable String instant(@Nullable Instant value) {
    if (value == null) {
      return null;
    }
    ZoneId zone = TimeZones.current();
    ZonedDateTime local = value.atZone(zone);
    String offset = local.getOffset().equals(ZoneOffset.UTC) ? "Z" : local.getOffset().getId();
    return dateTime(local.toLocalDateTime()) + offset;
  }

  /** A date and time without a zone. */
  public static @Nullable String dateTime(@Nullable LocalDateTime value) {
    return value == null ? null : value.toLocalDate() + "T" + time(value.toLocalTime());
  }

  /** A date. */
  public static @Nullable String date(@Nullable LocalDate value) {
    return value == null ? null : value.toString();
  }

  /** A time of day, with microseconds when it has any. */
  public static @Nullable String time(@Nullable LocalTime value) {
    if (value == null) {
      return null;
    }
    return clock(
        value.getHour(), value.getMinute(), value.getSecond(), value.getNano() / NANOS_OF_MICRO);
  }

  /** A length of time: {@code 3 04:05:06}. */
  public static @Nullable String duration(@Nullable Duration value) {
    if (value == null) {
      return null;
    }
    long micros = Math.floorDiv(value.toNanosPart(), NANOS_OF_MICRO);
    long seconds = value.getSeconds();
    long days = Math.floorDiv(seconds, 86_400L);
    long rest = Math.floorMod(seconds, 86_400L);
    String text = clock(rest / 3600, rest / 60 % 60, rest % 60, micros);
    return days == 0 ? text : days + " " + text;
  }

  private static String clock(long hours, long minutes, long seconds, long micros) {
    StringBuilder out = new StringBuilder(15);
    two(out, hours).append(':');
    two(out, minutes).append(':');
    two(out, seconds);
    if (micros > 0) {
      String digits = Long.toString(micros);
      out.append('.').repeat('0', 6 - digits.length()).append(digits);
    }
    return out.toString();
  }

  private static StringBuilder two(StringBuilder out, long number) {
    return number < 10 ? out.append('0').append(number) : out.append(number);
  }

  /** A UUID. */
  public static @Nullable String uuid(@Nullable UUID value) {
    return value == null ? null : value.toString();
  }

  /** The address of a file; complete within a request. */
  public static @Nullable String file(@Nullable StoredFile value) {
    if (value == null) {
      return null;
    }
    String url = value.url();
    return REQUEST.isBound() ? REQUEST.get().absoluteUri(url) : url;
  }

  /** What an object calls itself. */
  public static @Nullable String words(@Nullable Object value) {
    return value == null ? null : value.toString();
  }

  /** Each item of a list. */
  public static <A, B extends @Nullable Object> List<B> list(
      Iterable<? extends A> items, Function<? super A, ? extends B> each) {
    List<B> out = new ArrayList<>();
    for (A item : items) {
      out.add(each.apply(item));
    }
    return out;
  }

  /** Each item of a list that may be missing. */
  public static <A, B extends @Nullable Object> @Nullable List<B> listOrNull(
      @Nullable Iterable<? extends A> items, Function<? super A, ? extends B> each) {
    return items == null ? null : list(items, each);
  }

  /** What a function makes of a value that may be missing. */
  public static <A, B> @Nullable B orNull(
      @Nullable A value, Function<? super A, ? extends @Nullable B> function) {
    return value == null ? null : function.apply(value);
  }

  /** Any plain value, chosen by its class. */
  public static @Nullable Object any(@Nullable Object value) {
    return switch (value) {
      case null -> null;
      case BigDecimal v -> decimal(v);
      case Instant v -> instant(v);
      case LocalDateTime v -> dateTime(v);
      case LocalDate v -> date(v);
      case LocalTime v -> time(v);
      case Duration v -> duration(v);
      case UUID v -> v.toString();
      case StoredFile v -> file(v);
      case Enum<?> v -> v.name();
      default -> value;
    };
  }
}
