package io.quintet.core.format;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Durations as people and programs write them: {@code 3 days 04:05:06.7}, {@code 04:05}, {@code
 * P3DT4H}.
 */
public final class Durations {
  /** The most days a duration may have, either way. */
  public static final long MAX_DAYS = 999_999_999;

  /** Longer numbers would cost more to read than they are worth. */
  private static final int LONGEST = 200;

  private static final Pattern STANDARD =
      Pattern.compile(
          "(?:(?<days>-?\\d+) (?:days?, )?)?(?<sign>-?)"
              + "((?:(?<hours>\\d+):)(?=\\d+:\\d+))?(?:(?<minutes>\\d+):)?(?<seconds>\\d+)"
              + "(?:[.,](?<fraction>\\d{1,6})\\d{0,6})?");
  private static final Pattern ISO =
      Pattern.compile(
          "(?<sign>[-+]?)P(?:(?<days>\\d+([.,]\\d+)?)D)?"
              + "(?:T(?:(?<hours>\\d+([.,]\\d+)?)H)?(?:(?<minutes>\\d+([.,]\\d+)?)M)?"
              + "(?:(?<seconds>\\d+([.,]\\d+)?)S)?)?");
  private static final Pattern INTERVAL =
      Pattern.compile(
          "(?:(?<days>-?\\d+) (?:days? ?))?(?:(?<sign>[-+])?(?<hours>\\d+):(?<minutes>\\d\\d):"
              + "(?<seconds>\\d\\d)(?:\\.(?<fraction>\\d{1,6}))?)?");

  private Durations() {}

  /**
   * The duration that a text means, or null if it means none.
   *
   * @throws ArithmeticException if it is longer than {@link #MAX_DAYS}
   */
  public static @Nullable Duration parse(String text) {
    if (text.length() > LONGEST) {
      return null;
    }
    Matcher standard = STANDARD.matcher(text);
    if (standard.matches()) {
      return build(standard, standard.group("fraction"));
    }
    Matcher iso = ISO.matcher(text);
    if (iso.matches()) {
      return build(iso, null);
    }
    Matcher interval = INTERVAL.matcher(text);
    return interval.matches() ? build(interval, interval.group("fraction")) : null;
  }

  private static Duration build(Matcher found, @Nullable String fraction) {
    BigDecimal clock =
        number(found.group("hours"))
            .multiply(BigDecimal.valueOf(3600))
            .add(number(found.group("minutes")).multiply(BigDecimal.valueOf(60)))
            .add(number(found.group("seconds")));
    if (fraction != null) {
      clock = clock.add(new BigDecimal("0." + fraction));
    }
    BigDecimal days = number(found.group("days")).multiply(BigDecimal.valueOf(86_400));
    boolean negative = "-".equals(found.group("sign"));
    boolean iso = found.pattern() == ISO;
    BigDecimal total = negative && iso ? days.add(clock).negate() : null;
    if (total == null) {
      total = days.add(negative ? clock.negate() : clock);
    }
    if (total.abs().compareTo(BigDecimal.valueOf((MAX_DAYS + 1) * 86_400)) >= 0) {
      throw new ArithmeticException("more than " + MAX_DAYS + " days");
    }
    BigDecimal micros = total.movePointRight(6).setScale(0, RoundingMode.HALF_EVEN);
    BigDecimal seconds = micros.movePointLeft(6).setScale(0, RoundingMode.FLOOR);
    BigDecimal rest = micros.subtract(seconds.movePointRight(6));
    return Duration.ofSeconds(seconds.longValueExact(), rest.longValueExact() * 1000);
  }

  private static BigDecimal number(@Nullable String text) {
    return text == null ? BigDecimal.ZERO : new BigDecimal(text.replace(',', '.'));
  }

  /** The duration as text that {@link #parse} reads back: {@code [days ]HH:MM:SS[.ffffff]}. */
  public static String format(Duration duration) {
    long days = Math.floorDiv(duration.getSeconds(), 86_400);
    long rest = Math.floorMod(duration.getSeconds(), 86_400);
    String time = "%02d:%02d:%02d".formatted(rest / 3600, rest / 60 % 60, rest % 60);
    int micros = duration.getNano() / 1000;
    return (days == 0 ? "" : days + " ") + time + (micros == 0 ? "" : ".%06d".formatted(micros));
  }

  /** The duration as ISO 8601 with all its parts: {@code P1DT02H03M04.5S} has six decimals. */
  public static String formatIso(Duration duration) {
    Duration length = duration.abs();
    int micros = length.getNano() / 1000;
    return "%sP%dDT%02dH%02dM%02d%sS"
        .formatted(
            duration.isNegative() ? "-" : "",
            length.toDaysPart(),
            length.toHoursPart(),
            length.toMinutesPart(),
            length.toSecondsPart(),
            micros == 0 ? "" : ".%06d".formatted(micros));
  }
}
