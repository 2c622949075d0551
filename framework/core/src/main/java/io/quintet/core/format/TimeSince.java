package io.quintet.core.format;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;

/**
 * The time between two moments in words: {@code 2 weeks, 3 days}. Spaces inside a part do not
 * break.
 */
public final class TimeSince {
  private static final String[] UNITS = {"year", "month", "week", "day", "hour", "minute"};
  private static final long[] CHUNKS = {7 * 86_400, 86_400, 3_600, 60};
  private static final int[] MONTH_DAYS = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

  private TimeSince() {}

  /** The two largest units; {@code 0 minutes} if the start is not before the end. */
  public static String between(LocalDateTime start, LocalDateTime end) {
    return between(start, end, 2);
  }

  /**
   * At most so many units that follow each other; the first that is zero ends them.
   *
   * @throws IllegalArgumentException if the depth is not positive
   */
  public static String between(LocalDateTime start, LocalDateTime end, int depth) {
    if (depth <= 0) {
      throw new IllegalArgumentException("depth must be greater than 0.");
    }
    if (Duration.between(start, end).getSeconds() <= 0) {
      return part(0, "minute");
    }
    long[] parts = parts(start, end);
    int first = 0;
    while (first < parts.length && parts[first] == 0) {
      first++;
    }
    if (first == parts.length) {
      return part(0, "minute");
    }
    List<String> words = new ArrayList<>();
    for (int i = first; i < parts.length && words.size() < depth && parts[i] != 0; i++) {
      words.add(part(parts[i], UNITS[i]));
    }
    return String.join(", ", words);
  }

  private static long[] parts(LocalDateTime start, LocalDateTime end) {
    long months =
        (end.getYear() - start.getYear()) * 12L + end.getMonthValue() - start.getMonthValue();
    boolean early =
        start.getDayOfMonth() > end.getDayOfMonth()
            || start.getDayOfMonth() == end.getDayOfMonth()
                && start.toLocalTime().isAfter(end.toLocalTime());
    months -= early ? 1 : 0;
    LocalDateTime pivot = months == 0 ? start : pivot(start, months);
    Duration rest = Duration.between(pivot, end);
    double seconds = rest.getSeconds() + rest.getNano() / 1e9;
    long[] parts = new long[6];
    parts[0] = months / 12;
    parts[1] = months % 12;
    for (int i = 0; i < CHUNKS.length; i++) {
      parts[i + 2] = (long) Math.floor(seconds / CHUNKS[i]);
      seconds -= (double) CHUNKS[i] * parts[i + 2];
    }
    return parts;
  }

  private static LocalDateTime pivot(LocalDateTime start, long months) {
    long year = start.getYear() + months / 12;
    int month = (int) (start.getMonthValue() + months % 12);
    if (month > 12) {
      month -= 12;
      year++;
    }
    int day = Math.min(MONTH_DAYS[month - 1], start.getDayOfMonth());
    return LocalDateTime.of(
        (int) year, month, day, start.getHour(), start.getMinute(), start.getSecond());
  }

  private static String part(long number, String unit) {
    return number + "\u00a0" + unit + (number == 1 ? "" : "s");
  }
}
