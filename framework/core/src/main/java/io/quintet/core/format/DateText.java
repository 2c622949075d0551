package io.quintet.core.format;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.IsoFields;
import java.time.temporal.Temporal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Dates and times in the texts that programs exchange: ISO 8601 in its long and short forms, and
 * the looser {@code 2026-3-5 7:05}. For what people type in a form there are the form fields, for
 * lengths of time {@link Durations}.
 */
public final class DateText {
  private static final String DATE_FORMS =
      "(?:(\\d{4})-(\\d\\d)-(\\d\\d)|(\\d{4})(\\d\\d)(\\d\\d)|(\\d{4})(-?)W(\\d\\d)(?:\\8(\\d))?)";
  private static final String TIME_FORMS =
      "(\\d\\d)(?:(:?)(\\d\\d)(?:\\2(\\d\\d)(?:[.,](\\d+)|(?<!:\\d\\d)(\\d+))?)?)?"
          + "(Z|[+-]\\d\\d(?::?\\d\\d(?::?\\d\\d(?:\\.\\d+)?)?)?)?";
  private static final Pattern ISO_DATE = Pattern.compile(DATE_FORMS);
  private static final Pattern ISO_TIME = Pattern.compile("T?" + TIME_FORMS);
  private static final Pattern ISO_DATE_TIME =
      Pattern.compile("(?s)(" + DATE_FORMS.replace("\\8", "\\9") + ")(?:.(\\d\\d.*))?");
  private static final Pattern DATE = Pattern.compile("(\\d{4})-(\\d{1,2})-(\\d{1,2})\\n?");
  private static final Pattern TIME =
      Pattern.compile(
          "(\\d{1,2}):(\\d{1,2})(?::(\\d{1,2})(?:[.,](\\d{1,6})\\d{0,6})?)?"
              + "\\s*(Z|[+-]\\d{2}(?::?\\d{2})?)?\\n?");
  private static final Pattern DATE_TIME =
      Pattern.compile("(\\d{4}-\\d{1,2}-\\d{1,2})[T ](\\d{1,2}:.*)", Pattern.DOTALL);

  private DateText() {}

  /**
   * A day; empty if the text is none.
   *
   * @throws DateTimeException if it is written like one, but does not exist: {@code 2026-02-30}
   */
  public static Optional<LocalDate> date(String text) {
    return isoDate(text).or(() -> looseDate(text));
  }

  /**
   * A time of day, without the offset if there is one; empty if the text is none.
   *
   * @throws DateTimeException if it is written like one, but does not exist: {@code 25:00}
   */
  public static Optional<LocalTime> time(String text) {
    Matcher iso = ISO_TIME.matcher(text);
    if (iso.matches()) {
      try {
        return Optional.of(clock(iso).time());
      } catch (DateTimeException e) {
        return looseTime(text).map(Clock::time);
      }
    }
    return looseTime(text).filter(clock -> clock.offset() == null).map(Clock::time);
  }

  /**
   * A day with a time of day: a {@link LocalDateTime}, or an {@link OffsetDateTime} if there is an
   * offset; empty if the text is none. A day alone is its first moment.
   *
   * @throws DateTimeException if it is written like one, but does not exist
   */
  public static Optional<Temporal> dateTime(String text) {
    return isoDateTime(text).or(() -> looseDateTime(text));
  }

  /** A time of day and the offset that was given with it. */
  private record Clock(LocalTime time, @Nullable ZoneOffset offset) {
    Temporal on(LocalDate day) {
      LocalDateTime local = day.atTime(time);
      return offset == null ? local : local.atOffset(offset);
    }
  }

  private static Optional<LocalDate> isoDate(String text) {
    Matcher found = ISO_DATE.matcher(text);
    try {
      return found.matches() ? Optional.of(day(found)) : Optional.empty();
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static LocalDate day(Matcher found) {
    if (found.group(1) != null) {
      return day(found.group(1), found.group(2), found.group(3));
    }
    if (found.group(4) != null) {
      return day(found.group(4), found.group(5), found.group(6));
    }
    int week = number(found.group(9));
    LocalDate inYear = LocalDate.of(number(found.group(7)), 1, 4);
    if (week < 1 || week > IsoFields.WEEK_OF_WEEK_BASED_YEAR.rangeRefinedBy(inYear).getMaximum()) {
      throw new DateTimeException("no such week: " + week);
    }
    int weekday = found.group(10) == null ? 1 : number(found.group(10));
    if (weekday < 1 || weekday > 7) {
      throw new DateTimeException("no such day of a week: " + weekday);
    }
    return inYear
        .with(IsoFields.WEEK_OF_WEEK_BASED_YEAR, week)
        .with(java.time.temporal.ChronoField.DAY_OF_WEEK, weekday);
  }

  private static LocalDate day(String year, String month, String day) {
    if (number(year) == 0) {
      throw new DateTimeException("years begin with 1");
    }
    return LocalDate.of(number(year), number(month), number(day));
  }

  private static Optional<LocalDate> looseDate(String text) {
    Matcher found = DATE.matcher(text);
    return found.matches()
        ? Optional.of(day(found.group(1), found.group(2), found.group(3)))
        : Optional.empty();
  }

  private static Clock clock(Matcher iso) {
    LocalTime time =
        LocalTime.of(
            number(iso.group(1)),
            number(iso.group(3)),
            number(iso.group(4)),
            nanos(iso.group(5) == null ? iso.group(6) : iso.group(5)));
    return new Clock(time, offset(iso.group(7)));
  }

  private static Optional<Clock> looseTime(String text) {
    Matcher found = TIME.matcher(text);
    if (!found.matches()) {
      return Optional.empty();
    }
    LocalTime time =
        LocalTime.of(
            number(found.group(1)),
            number(found.group(2)),
            number(found.group(3)),
            nanos(found.group(4)));
    return Optional.of(new Clock(time, offset(found.group(5))));
  }

  private static Optional<Temporal> isoDateTime(String text) {
    Matcher found = ISO_DATE_TIME.matcher(text);
    if (!found.matches()) {
      return Optional.empty();
    }
    Optional<LocalDate> day = isoDate(found.group(1));
    if (found.group(12) == null) {
      return day.map(date -> date.atStartOfDay());
    }
    Matcher time = ISO_TIME.matcher(found.group(12));
    try {
      return time.matches() && !found.group(12).startsWith("T")
          ? day.map(clock(time)::on)
          : Optional.empty();
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Optional<Temporal> looseDateTime(String text) {
    Matcher found = DATE_TIME.matcher(text);
    if (!found.matches()) {
      return Optional.empty();
    }
    return looseTime(found.group(2)).flatMap(clock -> looseDate(found.group(1)).map(clock::on));
  }

  private static int number(@Nullable String digits) {
    return digits == null ? 0 : Integer.parseInt(digits);
  }

  private static int nanos(@Nullable String fraction) {
    return fraction == null ? 0 : number((fraction + "000000").substring(0, 6)) * 1000;
  }

  private static @Nullable ZoneOffset offset(@Nullable String text) {
    if (text == null) {
      return null;
    }
    return text.equals("Z") ? ZoneOffset.UTC : ZoneOffset.of(text);
  }
}
