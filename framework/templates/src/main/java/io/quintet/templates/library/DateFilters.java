package io.quintet.templates.library;

import io.quintet.core.format.DateFormat;
import io.quintet.core.format.LocaleFormats;
import io.quintet.core.format.TimeSince;
import io.quintet.templates.Engine;
import io.quintet.templates.Filter;
import io.quintet.templates.FilterCall;
import io.quintet.templates.Library;
import io.quintet.templates.TemplateSyntaxError;
import io.quintet.templates.values.PythonText;
import io.quintet.templates.values.ShownTime;
import io.quintet.templates.values.Values;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.Temporal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Filters of dates and times. */
final class DateFilters {
  private DateFilters() {}

  static Library library() {
    return Library.builder()
        .filter(Filter.named("date").argument(false).localTime().does(DateFilters::date))
        .filter(Filter.named("time").argument(false).localTime().does(DateFilters::time))
        .filter(Filter.named("timesince").argument(false).does(call -> between(call, false)))
        .filter(Filter.named("timeuntil").argument(false).does(call -> between(call, true)))
        .build();
  }

  private static Object date(FilterCall call) {
    String pattern = pattern(call, "DATE_FORMAT");
    if (!(call.value() instanceof Temporal value)) {
      return withoutTime(call, pattern);
    }
    try {
      return DateFormat.format(value, pattern, call.context().engine().defaultZone());
    } catch (IllegalArgumentException e) {
      if (value instanceof LocalTime && !pattern.contains("r") && !pattern.contains("U")) {
        return "";
      }
      throw e;
    }
  }

  /** What has no date and no time is nothing, unless the pattern asks for neither. */
  private static String withoutTime(FilterCall call, String pattern) {
    boolean empty = call.value() == null || "".contentEquals(call.text());
    return empty ? "" : DateFormat.literal(pattern).orElse("");
  }

  private static String pattern(FilterCall call, String fallback) {
    LocaleFormats formats = call.context().engine().formats();
    String given = Values.truth(call.argument()) ? call.argumentText() : fallback;
    return Objects.requireNonNullElse(formats.named(given), given);
  }

  private static Object time(FilterCall call) {
    String pattern = pattern(call, "TIME_FORMAT");
    if (!(call.value() instanceof Temporal value) || value instanceof LocalDate) {
      return withoutTime(call, pattern);
    }
    try {
      return DateFormat.formatTime(value, pattern, call.context().engine().defaultZone());
    } catch (IllegalArgumentException unsuited) {
      return "";
    }
  }

  private static String between(FilterCall call, boolean until) {
    Object value = call.value() instanceof ShownTime shown ? shown.time() : call.value();
    if (value == null || !Values.truth(value)) {
      return "";
    }
    Object other = Values.truth(call.argument()) ? call.argument() : null;
    refuseOthers(value, call);
    refuseOthers(other, call);
    Engine engine = call.context().engine();
    ZoneId zone = zone(value, engine);
    if (other != null && isAware(value) != isAware(other)) {
      return "";
    }
    LocalDateTime moment = local(value, zone);
    LocalDateTime now =
        other == null
            ? LocalDateTime.ofInstant(engine.clock().instant(), zone)
            : local(other, zone);
    if (moment == null || now == null) {
      return "";
    }
    return until ? TimeSince.between(now, moment) : TimeSince.between(moment, now);
  }

  private static void refuseOthers(@Nullable Object value, FilterCall call) {
    if (value != null && (!(value instanceof Temporal) || value instanceof LocalTime)) {
      throw new TemplateSyntaxError(
          "'"
              + call.name()
              + "' needs a date"
              + (value instanceof LocalTime ? ", not the time " : ", not ")
              + PythonText.repr(value)
              + ".");
    }
  }

  private static boolean isAware(Object value) {
    return value instanceof Instant
        || value instanceof ZonedDateTime
        || value instanceof OffsetDateTime;
  }

  private static ZoneId zone(Object value, Engine engine) {
    return switch (value) {
      case ZonedDateTime time -> time.getZone();
      case OffsetDateTime time -> time.getOffset();
      default -> engine.defaultZone();
    };
  }

  private static @Nullable LocalDateTime local(Object value, ZoneId zone) {
    return switch (value) {
      case LocalDateTime time -> time;
      case LocalDate date -> date.atStartOfDay();
      case ZonedDateTime time -> time.withZoneSameInstant(zone).toLocalDateTime();
      case OffsetDateTime time -> time.atZoneSameInstant(zone).toLocalDateTime();
      case Instant instant -> LocalDateTime.ofInstant(instant, zone);
      default -> null;
    };
  }
}
