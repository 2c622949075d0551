package io.quintet.conformance;

import io.quintet.core.format.TimeSince;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;

/** Times between moments. */
final class TimeSinceRunner extends OpRunner {
  TimeSinceRunner() {
    op("timesince", input -> between(input, false));
    op("timeuntil", input -> between(input, true));
  }

  private static Object between(Input input, boolean until) {
    Object value = input.get("d");
    ZoneId zone =
        switch (value) {
          case ZonedDateTime time -> time.getZone();
          case OffsetDateTime time -> time.getOffset();
          case null, default -> input.settings().defaultZone();
        };
    LocalDateTime moment = local(value, zone);
    Object other = input.get("now");
    LocalDateTime now =
        other == null
            ? LocalDateTime.ofInstant(input.settings().clock().instant(), zone)
            : local(other, zone);
    int depth = input.number("depth", 2);
    return until ? TimeSince.between(now, moment, depth) : TimeSince.between(moment, now, depth);
  }

  private static LocalDateTime local(@Nullable Object value, ZoneId zone) {
    return switch (value) {
      case LocalDateTime time -> time;
      case LocalDate date -> date.atStartOfDay();
      case ZonedDateTime time -> time.withZoneSameInstant(zone).toLocalDateTime();
      case OffsetDateTime time -> time.atZoneSameInstant(zone).toLocalDateTime();
      case null, default -> throw new IllegalArgumentException("not a date: " + value);
    };
  }
}
