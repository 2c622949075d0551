package io.quintet.orm.internal.sql;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads durations: {@code PT1H30M}, or {@code [days] [[hours:]minutes:]seconds[.fraction]}. */
final class DurationTexts {
  private static final Pattern CLOCK =
      Pattern.compile(
          "(?:(-?\\d{1,9}) (?:days?, )?)?(-?)(?:(?:(\\d{1,9}):)(?=\\d+:\\d+))?(?:(\\d{1,9}):)?(\\d{1,12})(?:[.,](\\d{1,6})\\d{0,6})?");

  private DurationTexts() {}

  /** The duration. */
  static Duration parse(String text) {
    Matcher clock = CLOCK.matcher(text.strip());
    if (!clock.matches()) {
      return Duration.parse(text.strip());
    }
    Duration time =
        Duration.ofHours(number(clock.group(3)))
            .plusMinutes(number(clock.group(4)))
            .plusSeconds(number(clock.group(5)))
            .plusNanos(number((clock.group(6) == null ? "" : clock.group(6)) + "000000", 6) * 1000);
    Duration days = Duration.ofDays(number(clock.group(1)));
    return days.plus(clock.group(2).isEmpty() ? time : time.negated());
  }

  private static long number(String digits, int length) {
    return number(digits.substring(0, length));
  }

  private static long number(@org.jspecify.annotations.Nullable String digits) {
    if (digits == null) {
      return 0;
    }
    try {
      return Long.parseLong(digits);
    } catch (NumberFormatException e) {
      throw new DateTimeException("a duration with too many digits", e);
    }
  }
}
