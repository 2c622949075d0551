package io.quintet.rest.serializers;

import io.quintet.core.i18n.TimeZones;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Turns text into dates, times and lengths of time. */
final class TimeReader {
  private static final Pattern DATE = Pattern.compile("(\\d{4})-(\\d{1,2})-(\\d{1,2})");
  private static final Pattern TIME =
      Pattern.compile("(\\d{1,2}):(\\d{1,2})(?::(\\d{1,2})(?:[.,](\\d{1,6})\\d{0,6})?)?");
  private static final Pattern DATE_TIME =
      Pattern.compile(
          DATE.pattern() + "[T ]" + TIME.pattern() + "\\s*(Z|z|[+-]\\d{2}(?::?\\d{2})?)?");
  private static final Pattern DURATION =
      Pattern.compile(
          "(?:(-?\\d+) (?:days?, )?)?(-?)(?:(?:(\\d+):)?(\\d+):)?(\\d+)(?:[.,](\\d{1,6})\\d{0,6})?");
  private static final String NO_DATE_TIME =
      "Datetime has wrong format. Use one of these formats instead:"
          + " YYYY-MM-DDThh:mm[:ss[.uuuuuu]][+HH:MM|-HH:MM|Z].";
  private static final String NO_DATE =
      "Date has wrong format. Use one of these formats instead: YYYY-MM-DD.";
  private static final String NO_TIME =
      "Time has wrong format. Use one of these formats instead: hh:mm[:ss[.uuuuuu]].";
  private static final String NO_DURATION =
      "Duration has wrong format. Use one of these formats instead: [DD] [HH:[MM:]]ss[.uuuuuu].";

  private TimeReader() {}

  static LocalDate date(Object given) throws Wrong {
    Matcher m = DATE.matcher(given.toString().strip());
    try {
      if (given instanceof String && m.matches()) {
        return date(m);
      }
    } catch (DateTimeException e) {
      throw Wrong.because(NO_DATE);
    }
    throw Wrong.because(NO_DATE);
  }

  private static LocalDate date(Matcher m) {
    return LocalDate.of(number(m.group(1)), number(m.group(2)), number(m.group(3)));
  }

  static LocalTime time(Object given) throws Wrong {
    Matcher m = TIME.matcher(given.toString().strip());
    try {
      if (given instanceof String && m.matches()) {
        return time(m, 1);
      }
    } catch (DateTimeException e) {
      throw Wrong.because(NO_TIME);
    }
    throw Wrong.because(NO_TIME);
  }

  private static LocalTime time(Matcher m, int first) {
    return LocalTime.of(
        number(m.group(first)),
        number(m.group(first + 1)),
        m.group(first + 2) == null ? 0 : number(m.group(first + 2)),
        micros(m.group(first + 3)) * 1000);
  }

  static LocalDateTime dateTime(Object given) throws Wrong {
    return parts(given).local;
  }

  static Instant instant(Object given) throws Wrong {
    Parts parts = parts(given);
    if (parts.offset == null) {
      return parts.local.atZone(TimeZones.current()).toInstant();
    }
    Instant instant = parts.local.toInstant(parts.offset);
    if (instant.isBefore(Instant.parse("0001-01-01T00:00:00Z"))) {
      throw Wrong.because("Datetime value out of range.");
    }
    return instant;
  }

  private record Parts(LocalDateTime local, @Nullable ZoneOffset offset) {}

  private static Parts parts(Object given) throws Wrong {
    Matcher m = DATE_TIME.matcher(given.toString().strip());
    try {
      if (given instanceof String && m.matches()) {
        String zone = m.group(8);
        return new Parts(
            LocalDateTime.of(date(m), time(m, 4)),
            zone == null ? null : ZoneOffset.of(zone.equals("z") ? "Z" : zone));
      }
    } catch (DateTimeException e) {
      throw Wrong.because(NO_DATE_TIME);
    }
    throw Wrong.because(NO_DATE_TIME);
  }

  static Duration duration(Object given) throws Wrong {
    Matcher m = DURATION.matcher(given instanceof String s ? s.strip() : Spoken.text(given));
    if (!(given instanceof String || given instanceof Number) || !m.matches()) {
      throw Wrong.because(NO_DURATION);
    }
    try {
      Duration time =
          Duration.ofHours(m.group(3) == null ? 0 : Long.parseLong(m.group(3)))
              .plusMinutes(m.group(4) == null ? 0 : Long.parseLong(m.group(4)))
              .plusSeconds(Long.parseLong(m.group(5)))
              .plusNanos(micros(m.group(6)) * 1000L);
      long days = m.group(1) == null ? 0 : Long.parseLong(m.group(1));
      return Duration.ofDays(days).plus(m.group(2).isEmpty() ? time : time.negated());
    } catch (ArithmeticException | NumberFormatException e) {
      throw Wrong.because(NO_DURATION);
    }
  }

  private static int number(String digits) {
    return Integer.parseInt(digits);
  }

  private static int micros(@Nullable String digits) {
    return digits == null ? 0 : Integer.parseInt((digits + "000000").substring(0, 6));
  }
}
