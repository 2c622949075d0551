package io.quintet.orm.expr;

import io.quintet.orm.internal.functions.DatePart;
import io.quintet.orm.internal.functions.Extract;
import io.quintet.orm.internal.functions.Trunc;
import io.quintet.orm.meta.FieldType;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;

/**
 * Parts of dates and times, and dates and times cut to a part; to be imported statically. A moment
 * is looked at in the time zone of the site, or in the zone given.
 */
public final class Dates {
  /** What can be asked of a date or time. */
  public enum Part {
    /** The year. */
    YEAR,
    /** The year to which the ISO week belongs. */
    ISO_YEAR,
    /** The quarter, 1 to 4. */
    QUARTER,
    /** The month, 1 to 12. */
    MONTH,
    /** The ISO week, 1 to 53. */
    WEEK,
    /** The day of the month. */
    DAY,
    /** The day of the week, 1 (Sunday) to 7. */
    WEEK_DAY,
    /** The day of the week, 1 (Monday) to 7. */
    ISO_WEEK_DAY,
    /** The hour. */
    HOUR,
    /** The minute. */
    MINUTE,
    /** The second, whole. */
    SECOND;

    private DatePart part() {
      return DatePart.valueOf(name());
    }
  }

  private Dates() {}

  /** A part of a date or time. */
  public static <R> NumberExpression<R, Integer> extract(Part part, Expression<R, ?> time) {
    return new NumberExpression<>(
        new Node.Call(new Extract(part.part(), null), List.of(time.node())));
  }

  /** A part of a moment, in a time zone. */
  public static <R> NumberExpression<R, Integer> extract(
      Part part, Expression<R, ?> time, ZoneId zone) {
    return new NumberExpression<>(
        new Node.Call(new Extract(part.part(), zone), List.of(time.node())));
  }

  /** The start of a year, quarter, month, week (Monday), day, hour, minute or second. */
  public static <R, T> TemporalExpression<R, T> trunc(Part part, Expression<R, T> time) {
    return new TemporalExpression<>(
        new Node.Call(new Trunc(part.part(), null, null), List.of(time.node())));
  }

  /** The start of a part of a moment, in a time zone. */
  public static <R, T> TemporalExpression<R, T> trunc(
      Part part, Expression<R, T> time, ZoneId zone) {
    return new TemporalExpression<>(
        new Node.Call(new Trunc(part.part(), null, zone), List.of(time.node())));
  }

  /** The start of a part, as the type of another field: {@code LocalDate}, {@code Instant}, ... */
  public static <R, T> TemporalExpression<R, T> trunc(
      Part part, Expression<R, ?> time, Class<T> type) {
    return new TemporalExpression<>(
        new Node.Call(new Trunc(part.part(), OutputTypes.of(type), null), List.of(time.node())));
  }

  /** The start of a part of a moment in a time zone, as another type. */
  public static <R, T> TemporalExpression<R, T> trunc(
      Part part, Expression<R, ?> time, Class<T> type, ZoneId zone) {
    return new TemporalExpression<>(
        new Node.Call(new Trunc(part.part(), OutputTypes.of(type), zone), List.of(time.node())));
  }

  /** The date of a moment in a time zone. */
  public static <R> TemporalExpression<R, LocalDate> dateIn(Expression<R, ?> time, ZoneId zone) {
    return new TemporalExpression<>(
        new Node.Call(new Trunc(null, new FieldType.Date(), zone), List.of(time.node())));
  }

  /** The time of day of a moment in a time zone. */
  public static <R> TemporalExpression<R, LocalTime> timeIn(Expression<R, ?> time, ZoneId zone) {
    return new TemporalExpression<>(
        new Node.Call(new Trunc(null, new FieldType.Time(), zone), List.of(time.node())));
  }
}
