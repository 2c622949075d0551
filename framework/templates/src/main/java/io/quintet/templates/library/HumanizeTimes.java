package io.quintet.templates.library;

import io.quintet.core.format.DateFormat;
import io.quintet.core.format.TimeSince;
import io.quintet.templates.Engine;
import io.quintet.templates.FilterCall;
import io.quintet.templates.values.ShownTime;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Days and times in relation to now. */
final class HumanizeTimes {
  private HumanizeTimes() {}

  static @Nullable Object naturalDay(FilterCall call) {
    Engine engine = call.context().engine();
    ZoneId zone = zone(call.value(), engine);
    LocalDate day =
        call.value() instanceof LocalDate date
            ? date
            : call.value() == null ? null : dayOf(call.value(), zone);
    if (day == null) {
      return call.value();
    }
    LocalDate today = LocalDate.ofInstant(engine.clock().instant(), zone);
    return switch ((int) Math.clamp(ChronoUnit.DAYS.between(today, day), -2, 2)) {
      case 0 -> "today";
      case 1 -> "tomorrow";
      case -1 -> "yesterday";
      default -> {
        String given =
            call.argument() == null || call.argumentText().isEmpty()
                ? "DATE_FORMAT"
                : call.argumentText();
        yield DateFormat.format(
            day,
            Objects.requireNonNullElse(engine.formats().named(given), given),
            engine.defaultZone());
      }
    };
  }

  private static @Nullable LocalDate dayOf(Object value, ZoneId zone) {
    LocalDateTime time = local(value, zone);
    return time == null ? null : time.toLocalDate();
  }

  private static ZoneId zone(@Nullable Object value, Engine engine) {
    return switch (value) {
      case ZonedDateTime time -> time.getZone();
      case OffsetDateTime time -> time.getOffset();
      case ShownTime shown -> shown.time().getZone();
      case null, default -> engine.defaultZone();
    };
  }

  private static @Nullable LocalDateTime local(@Nullable Object value, ZoneId zone) {
    return switch (value) {
      case LocalDateTime time -> time;
      case ZonedDateTime time -> time.withZoneSameInstant(zone).toLocalDateTime();
      case OffsetDateTime time -> time.atZoneSameInstant(zone).toLocalDateTime();
      case ShownTime shown -> shown.time().withZoneSameInstant(zone).toLocalDateTime();
      case Instant instant -> LocalDateTime.ofInstant(instant, zone);
      case null, default -> null;
    };
  }

  static @Nullable Object naturalTime(FilterCall call) {
    Engine engine = call.context().engine();
    ZoneId zone = zone(call.value(), engine);
    LocalDateTime time = local(call.value(), zone);
    if (time == null) {
      return call.value();
    }
    LocalDateTime now = LocalDateTime.ofInstant(engine.clock().instant(), zone);
    boolean past = time.isBefore(now);
    Duration distance = past ? Duration.between(time, now) : Duration.between(now, time);
    String where = past ? " ago" : " from now";
    if (distance.toDays() != 0) {
      return (past ? TimeSince.between(time, now) : TimeSince.between(now, time)) + where;
    }
    long seconds = distance.getSeconds();
    if (seconds == 0) {
      return "now";
    }
    if (seconds < 60) {
      return count(seconds, "a", "second") + where;
    }
    return (seconds < 3600
            ? count(seconds / 60, "a", "minute")
            : count(seconds / 3600, "an", "hour"))
        + where;
  }

  private static String count(long number, String article, String unit) {
    return number == 1 ? article + " " + unit : number + "\u00a0" + unit + "s";
  }
}
