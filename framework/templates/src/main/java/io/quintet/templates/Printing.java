package io.quintet.templates;

import io.quintet.core.format.DateFormat;
import io.quintet.core.format.LocaleFormats;
import io.quintet.core.format.NumberFormat;
import io.quintet.templates.values.ShownTime;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.Temporal;
import org.jspecify.annotations.Nullable;

/** How variables print numbers and dates. */
final class Printing {
  private Printing() {}

  static @Nullable Object localTime(@Nullable Object value, Context context) {
    if (value instanceof ShownTime shown) {
      return shown.time();
    }
    if (value instanceof Instant instant) {
      return instant.atZone(context.engine().zone());
    }
    Boolean wanted = context.localTimes();
    if (wanted == null ? context.engine().localTimes() : wanted) {
      ZoneId zone = context.engine().zone();
      return switch (value) {
        case ZonedDateTime time -> time.withZoneSameInstant(zone);
        case OffsetDateTime time -> time.atZoneSameInstant(zone);
        case null, default -> value;
      };
    }
    return value;
  }

  static String localized(@Nullable Object value, Context context) {
    Boolean wanted = context.localized();
    boolean plain = !(value instanceof Number || value instanceof Temporal);
    boolean off = wanted != null && !wanted;
    if (value == null || plain || off && value instanceof Number) {
      return context.text(value);
    }
    Engine engine = context.engine();
    LocaleFormats formats = off ? LocaleFormats.DEFAULT : engine.formats();
    return switch (value) {
      case Number number -> NumberFormat.format(number, formats, engine.thousandSeparator());
      case LocalDateTime time -> date(time, formats.dateTime(), engine);
      case ZonedDateTime time -> date(time, formats.dateTime(), engine);
      case OffsetDateTime time -> date(time, formats.dateTime(), engine);
      case LocalDate date -> date(date, formats.date(), engine);
      case LocalTime time -> date(time, formats.time(), engine);
      default -> context.text(value);
    };
  }

  private static String date(Temporal value, String pattern, Engine engine) {
    return DateFormat.format(value, pattern, engine.defaultZone());
  }
}
