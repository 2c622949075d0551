package io.quintet.http;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The date format of HTTP headers: {@code Sun, 06 Nov 1994 08:49:37 GMT}. */
public final class HttpDates {
  private static final DateTimeFormatter FORMAT =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);
  private static final List<String> MONTHS =
      List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
  private static final int LONGEST = 40;

  private HttpDates() {}

  /** Writes an instant, cut to whole seconds. */
  public static String format(Instant instant) {
    return FORMAT.format(instant);
  }

  /**
   * Reads one of the three formats of RFC 9110 (the day's name is not checked); empty if it is none
   * of them or no date.
   *
   * @param now the current time, which decides the century of a two-digit year
   */
  public static Optional<Instant> parse(String text, Instant now) {
    if (text.length() > LONGEST) {
      return Optional.empty();
    }
    try {
      return Optional.of(read(text, now));
    } catch (DateTimeException | NumberFormatException | StringIndexOutOfBoundsException e) {
      return Optional.empty();
    }
  }

  private static Instant read(String text, Instant now) {
    int comma = text.indexOf(',');
    if (comma == 3) {
      return at(
          year4(text, 12),
          month(text, 8),
          digits(text, 5, 7),
          text.substring(17),
          " GMT",
          text,
          4,
          7,
          11,
          16);
    }
    if (comma > 3) {
      String rest = text.substring(comma + 1);
      requireLetters(text.substring(0, comma));
      int year = fullYear(digits(rest, 8, 10), now);
      return at(
          year,
          month(rest, 4),
          digits(rest, 1, 3),
          rest.substring(11),
          " GMT",
          rest,
          0,
          -1,
          -1,
          10);
    }
    int day = text.charAt(8) == ' ' ? digits(text, 9, 10) : digits(text, 8, 10);
    int year = digits(text, 20, 24);
    return at(
        year < 100 ? fullYear(year, now) : year,
        month(text, 4),
        day,
        text.substring(11, 19),
        "",
        text,
        3,
        7,
        10,
        19);
  }

  private static Instant at(
      int year, int month, int day, String clock, String zone, String text, int... spaces) {
    for (int space : spaces) {
      if (space >= 0 && text.charAt(space) != ' ') {
        throw new DateTimeException("no space at " + space);
      }
    }
    if (clock.length() != 8 + zone.length()
        || !clock.endsWith(zone)
        || clock.charAt(2) != ':'
        || clock.charAt(5) != ':') {
      throw new DateTimeException("no time of day");
    }
    return LocalDateTime.of(
            year, month, day, digits(clock, 0, 2), digits(clock, 3, 5), digits(clock, 6, 8))
        .toInstant(ZoneOffset.UTC);
  }

  private static int year4(String text, int from) {
    return digits(text, from, from + 4);
  }

  /**
   * RFC 9110: a two-digit year that seems more than 50 years ahead is the latest past year of those
   * digits.
   */
  private static int fullYear(int twoDigits, Instant now) {
    int current = now.atZone(ZoneOffset.UTC).getYear();
    int year = current / 100 * 100 + twoDigits;
    return year - current > 50 ? year - 100 : year;
  }

  private static int month(String text, int from) {
    int month = MONTHS.indexOf(text.substring(from, from + 3).toLowerCase(Locale.ROOT));
    if (month < 0) {
      throw new DateTimeException("no month");
    }
    return month + 1;
  }

  private static int digits(String text, int from, int to) {
    int value = 0;
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if (c < '0' || c > '9') {
        throw new NumberFormatException("no digit");
      }
      value = value * 10 + (c - '0');
    }
    return value;
  }

  private static void requireLetters(String day) {
    if (!day.chars().allMatch(c -> (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'))) {
      throw new DateTimeException("no day name");
    }
  }
}
