package io.quintet.core.format;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.Temporal;
import java.util.Optional;

/**
 * Dates and times by format characters, one a letter: {@code Y-m-d} is 2026-03-15, {@code jS F} is
 * 15th March. A backslash before a letter keeps the letter.
 */
public final class DateFormat {
  private static final String LETTERS = "aAbcdDeEfFgGhHiIjlLmMnNoOPrsStTUuwWyYzZ";
  private static final String TIME_LETTERS = "aAefgGhHiOPsTuZ";

  private DateFormat() {}

  /**
   * A date, time or date-time in a pattern.
   *
   * @param value a {@link LocalDate}, {@link LocalDateTime}, {@link ZonedDateTime}, {@link
   *     OffsetDateTime}, {@link LocalTime}, {@link YearMonth} (its first day) or {@link Instant}
   *     (in the default zone)
   * @param zone the zone that a value without one is taken to be in
   * @throws IllegalArgumentException if the pattern asks for what the value does not have
   */
  public static String format(Temporal value, String pattern, ZoneId zone) {
    return render(Moment.of(value, zone), pattern, LETTERS);
  }

  /**
   * A time in a pattern of time letters only; other letters that mean something in a date are
   * refused.
   *
   * @throws IllegalArgumentException if the pattern asks for a part of a date
   */
  public static String formatTime(Temporal value, String pattern, ZoneId zone) {
    Moment moment = Moment.of(value, zone);
    for (int i = 0; i < pattern.length(); i++) {
      char c = pattern.charAt(i);
      boolean letter = LETTERS.indexOf(c) >= 0 && (i == 0 || pattern.charAt(i - 1) != '\\');
      if (letter && TIME_LETTERS.indexOf(c) < 0) {
        throw new IllegalArgumentException(
            "The time format '"
                + pattern
                + "' may not contain '"
                + c
                + "'; a time has: "
                + TIME_LETTERS
                + ".");
      }
    }
    return render(moment, pattern, TIME_LETTERS);
  }

  /** What the pattern gives for no value: itself, or nothing if a letter in it needs one. */
  public static Optional<String> literal(String pattern) {
    StringBuilder out = new StringBuilder(pattern.length());
    for (int i = 0; i < pattern.length(); i++) {
      if (pattern.charAt(i) == '\\' && i + 1 < pattern.length()) {
        i++;
      } else if (LETTERS.indexOf(pattern.charAt(i)) >= 0) {
        return Optional.empty();
      }
      out.append(pattern.charAt(i));
    }
    return Optional.of(out.toString());
  }

  private static String render(Moment moment, String pattern, String letters) {
    StringBuilder out = new StringBuilder(pattern.length() * 3);
    for (int i = 0; i < pattern.length(); i++) {
      char c = pattern.charAt(i);
      if (c == '\\' && i + 1 < pattern.length()) {
        i++;
        out.append(pattern.charAt(i));
        if (pattern.charAt(i) == '\\'
            && i + 1 < pattern.length()
            && letters.indexOf(pattern.charAt(i + 1)) >= 0) {
          out.append(pattern.charAt(++i));
        }
      } else if (letters.indexOf(c) >= 0) {
        if (moment.isDateOnly() && TIME_LETTERS.indexOf(c) >= 0) {
          throw new IllegalArgumentException(
              "The format for date objects may not contain time-related format specifiers (found '"
                  + c
                  + "').");
        }
        out.append(DateLetters.value(moment, c));
      } else {
        out.append(c);
      }
    }
    return out.toString();
  }
}
