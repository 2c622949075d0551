package io.quintet.views;

import io.quintet.http.NotFound;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.time.temporal.TemporalAdjusters;
import java.time.temporal.WeekFields;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A year, month, week or day of the calendar.
 *
 * @param start its first day
 * @param end the first day after it
 * @param count how weeks are counted, for a week
 */
record ArchivePeriod(Unit unit, LocalDate start, LocalDate end, @Nullable WeekFields count) {
  private static final int LAST_YEAR = 9_999;
  private static final int LAST_WEEK = 53;

  /** What a page is about. */
  enum Unit {
    YEAR,
    MONTH,
    WEEK,
    DAY;

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  static ArchivePeriod year(long year) {
    return of(Unit.YEAR, date(year, 1, 1), null);
  }

  static ArchivePeriod month(long year, long month) {
    return of(Unit.MONTH, date(year, month, 1), null);
  }

  static ArchivePeriod day(long year, long month, long day) {
    return of(date(year, month, day));
  }

  static ArchivePeriod of(LocalDate day) {
    return of(Unit.DAY, day, null);
  }

  /** A week by its number. */
  static ArchivePeriod week(WeekFields count, long year, long week) {
    LocalDate january = date(year, 1, 1);
    boolean based = count.getMinimalDaysInFirstWeek() < 7;
    LocalDate start =
        based
            ? january
                .withDayOfMonth(count.getMinimalDaysInFirstWeek())
                .with(TemporalAdjusters.previousOrSame(count.getFirstDayOfWeek()))
            : january.with(TemporalAdjusters.nextOrSame(count.getFirstDayOfWeek()));
    long least = based ? 1 : 0;
    if (week < least || week > LAST_WEEK) {
      throw invalid(year + ", week " + week);
    }
    LocalDate found = start.plusWeeks(week - 1);
    boolean beyond =
        based
            ? found.get(count.weekBasedYear()) != year
            : found.isAfter(LocalDate.of(january.getYear(), 12, 31));
    if (beyond) {
      throw invalid(year + ", week " + week);
    }
    return of(Unit.WEEK, found, count);
  }

  private static ArchivePeriod of(Unit unit, LocalDate start, @Nullable WeekFields count) {
    LocalDate end =
        switch (unit) {
          case YEAR -> start.plusYears(1);
          case MONTH -> start.plusMonths(1);
          case WEEK -> start.plusWeeks(1);
          case DAY -> start.plusDays(1);
        };
    return new ArchivePeriod(unit, start, end, count);
  }

  private static LocalDate date(long year, long month, long day) {
    try {
      if (year >= 1 && year <= LAST_YEAR && month <= 12 && day <= 31) {
        return LocalDate.of((int) year, (int) month, (int) day);
      }
    } catch (DateTimeException e) {
      throw invalid(year + "-" + month + "-" + day);
    }
    throw invalid(year + "-" + month + "-" + day);
  }

  private static NotFound invalid(String found) {
    return new NotFound("There is no such date: " + found);
  }

  /** The period of the same kind that a day is in. */
  ArchivePeriod around(LocalDate day) {
    return switch (unit) {
      case YEAR -> of(unit, Year.from(day).atDay(1), null);
      case MONTH -> of(unit, day.withDayOfMonth(1), null);
      case WEEK ->
          of(
              unit,
              day.with(
                  TemporalAdjusters.previousOrSame(
                      (count == null ? WeekFields.ISO : count).getFirstDayOfWeek())),
              count);
      case DAY -> of(unit, day, null);
    };
  }

  /** The month that it begins in. */
  ArchivePeriod month() {
    return month(start.getYear(), start.getMonthValue());
  }
}
