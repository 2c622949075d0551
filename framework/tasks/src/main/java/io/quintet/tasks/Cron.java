package io.quintet.tasks;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.BitSet;
import java.util.Map;
import java.util.Optional;

/**
 * A five-field cron expression: minute, hour, day of month, month, day of week.
 *
 * <p>When both the day of the month and the day of the week are restricted, a day that matches
 * either will do, as in every cron since Version 7.
 *
 * <p>When the clocks change: an expression for certain hours fires once for each of its local
 * times, at the end of the gap when the time does not exist, and only the first time when it exists
 * twice. An expression for every hour keeps its rhythm: it fires at each matching minute that
 * really passes.
 */
final class Cron {
  /** From a leap year's February 29 to the next across a century that has none. */
  private static final int YEARS_AHEAD = 12;

  private static final int HOURS = 24;
  private static final int DAYS_OF_WEEK = 7;

  private static final Map<String, String> ALIASES =
      Map.of(
          "@yearly", "0 0 1 1 *",
          "@annually", "0 0 1 1 *",
          "@monthly", "0 0 1 * *",
          "@weekly", "0 0 * * 0",
          "@daily", "0 0 * * *",
          "@midnight", "0 0 * * *",
          "@hourly", "0 * * * *");

  private final String expression;
  private final BitSet minutes;
  private final BitSet hours;
  private final BitSet daysOfMonth;
  private final BitSet months;
  private final BitSet daysOfWeek;
  private final boolean eitherDay;
  private final boolean everyHour;

  private Cron(String expression, String[] fields) {
    this.expression = expression;
    minutes = CronField.MINUTE.parse(fields[0], expression);
    hours = CronField.HOUR.parse(fields[1], expression);
    daysOfMonth = CronField.DAY_OF_MONTH.parse(fields[2], expression);
    months = CronField.MONTH.parse(fields[3], expression);
    daysOfWeek = CronField.DAY_OF_WEEK.parse(fields[4], expression);
    eitherDay = !fields[2].startsWith("*") && !fields[4].startsWith("*");
    everyHour = hours.cardinality() == HOURS;
  }

  /**
   * Reads an expression.
   *
   * @throws IllegalArgumentException naming the field and what is allowed in it, or that the
   *     expression never fires
   */
  static Cron parse(String expression) {
    String text = ALIASES.getOrDefault(expression.strip(), expression.strip());
    String[] fields = text.split("\\s+");
    if (fields.length != 5) {
      throw new IllegalArgumentException(
          "Cron expression \""
              + expression
              + "\" has "
              + fields.length
              + " fields; expected five (minute, hour, day of month, month, day of week) or one of "
              + ALIASES.keySet().stream().sorted().toList());
    }
    Cron cron = new Cron(expression, fields);
    cron.next(LocalDateTime.of(2000, 1, 1, 0, 0));
    return cron;
  }

  /** The first tick after a moment. Time is walked from one change of the clocks to the next. */
  Instant next(Instant after, ZoneId zone) {
    ZoneRules rules = zone.getRules();
    Instant start = after;
    LocalDateTime from =
        LocalDateTime.ofInstant(after, zone).truncatedTo(ChronoUnit.MINUTES).plusMinutes(1);
    while (true) {
      LocalDateTime match = next(afterRepeatedHour(rules, start, from));
      Instant tick = match.toInstant(rules.getOffset(start));
      ZoneOffsetTransition change = rules.nextTransition(start);
      if (change == null || tick.isBefore(change.getInstant())) {
        return tick;
      }
      if (!everyHour && change.isGap() && match.isBefore(change.getDateTimeAfter())) {
        return change.getInstant();
      }
      start = change.getInstant();
      from = change.getDateTimeAfter();
    }
  }

  /** For an expression of certain hours, skips the local times that exist for the second time. */
  private LocalDateTime afterRepeatedHour(ZoneRules rules, Instant start, LocalDateTime from) {
    ZoneOffsetTransition change = everyHour ? null : rules.previousTransition(start.plusNanos(1));
    return change != null && change.isOverlap() && from.isBefore(change.getDateTimeBefore())
        ? change.getDateTimeBefore()
        : from;
  }

  /** The first matching local time that is not before the given one. */
  private LocalDateTime next(LocalDateTime from) {
    LocalDate day = from.toLocalDate();
    LocalTime time = from.toLocalTime();
    int lastYear = from.getYear() + YEARS_AHEAD;
    while (day.getYear() <= lastYear) {
      if (!months.get(day.getMonthValue())) {
        day = day.withDayOfMonth(1).plusMonths(1);
        time = LocalTime.MIDNIGHT;
        continue;
      }
      if (matches(day)) {
        Optional<LocalTime> found = next(time);
        if (found.isPresent()) {
          return day.atTime(found.get());
        }
      }
      day = day.plusDays(1);
      time = LocalTime.MIDNIGHT;
    }
    throw new IllegalArgumentException(
        "Cron expression \"" + expression + "\" never fires: none of its months has such a day");
  }

  private boolean matches(LocalDate day) {
    boolean month = daysOfMonth.get(day.getDayOfMonth());
    boolean week = daysOfWeek.get(day.getDayOfWeek().getValue() % DAYS_OF_WEEK);
    return eitherDay ? month || week : month && week;
  }

  private Optional<LocalTime> next(LocalTime from) {
    int hour = hours.nextSetBit(from.getHour());
    if (hour == from.getHour()) {
      int minute = minutes.nextSetBit(from.getMinute());
      if (minute >= 0) {
        return Optional.of(LocalTime.of(hour, minute));
      }
      hour = hours.nextSetBit(hour + 1);
    }
    return hour < 0 ? Optional.empty() : Optional.of(LocalTime.of(hour, minutes.nextSetBit(0)));
  }

  @Override
  public String toString() {
    return expression;
  }
}
