package io.quintet.http.ratelimit;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * So many requests in a time.
 *
 * @param calls how many; 0: none at all
 * @param time in which time
 */
public record Rate(int calls, Duration time) {
  private static final Pattern TEXT = Pattern.compile("(\\d{1,9})/(\\d{0,6})([smhd])[a-z]*");

  /**
   * A rate as text: {@code 100/day}, {@code 10/minute}, {@code 3/s}, {@code 5/10m}.
   *
   * @throws IllegalArgumentException when it is written otherwise
   */
  public static Rate parse(String text) {
    Matcher m = TEXT.matcher(text.strip());
    if (!m.matches()) {
      throw new IllegalArgumentException(
          "\""
              + text
              + "\" is no rate. Write a number, a slash and second, minute, hour or day: 100/day.");
    }
    long units = m.group(2).isEmpty() ? 1 : Long.parseLong(m.group(2));
    Duration time =
        switch (m.group(3)) {
          case "s" -> Duration.ofSeconds(units);
          case "m" -> Duration.ofMinutes(units);
          case "h" -> Duration.ofHours(units);
          default -> Duration.ofDays(units);
        };
    return new Rate(Integer.parseInt(m.group(1)), time);
  }
}
