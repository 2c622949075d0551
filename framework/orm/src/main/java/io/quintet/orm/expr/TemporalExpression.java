package io.quintet.orm.expr;

import io.quintet.orm.internal.functions.DatePart;
import io.quintet.orm.internal.functions.Extract;
import io.quintet.orm.internal.functions.Trunc;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;

/**
 * A date, a time, or both. The parts of a moment are those in the time zone of the site; {@link
 * Dates} has them for other zones.
 */
public class TemporalExpression<R, T> extends ComparableExpression<R, T> {
  /** An expression with a meaning. */
  public TemporalExpression(Node node) {
    super(node);
  }

  /** The year. */
  public NumberExpression<R, Integer> year() {
    return part(DatePart.YEAR);
  }

  /** The year to which the ISO week belongs. */
  public NumberExpression<R, Integer> isoYear() {
    return part(DatePart.ISO_YEAR);
  }

  /** The quarter, 1 to 4. */
  public NumberExpression<R, Integer> quarter() {
    return part(DatePart.QUARTER);
  }

  /** The month, 1 to 12. */
  public NumberExpression<R, Integer> month() {
    return part(DatePart.MONTH);
  }

  /** The ISO week, 1 to 53. */
  public NumberExpression<R, Integer> week() {
    return part(DatePart.WEEK);
  }

  /** The day of the month. */
  public NumberExpression<R, Integer> day() {
    return part(DatePart.DAY);
  }

  /** The day of the week, 1 (Sunday) to 7. */
  public NumberExpression<R, Integer> weekDay() {
    return part(DatePart.WEEK_DAY);
  }

  /** The day of the week, 1 (Monday) to 7. */
  public NumberExpression<R, Integer> isoWeekDay() {
    return part(DatePart.ISO_WEEK_DAY);
  }

  /** The hour. */
  public NumberExpression<R, Integer> hour() {
    return part(DatePart.HOUR);
  }

  /** The minute. */
  public NumberExpression<R, Integer> minute() {
    return part(DatePart.MINUTE);
  }

  /** The second, whole. */
  public NumberExpression<R, Integer> second() {
    return part(DatePart.SECOND);
  }

  /** The date. */
  public TemporalExpression<R, LocalDate> date() {
    return new TemporalExpression<>(new Node.Call(Trunc.TO_DATE, List.of(node())));
  }

  /** The time of day. */
  public TemporalExpression<R, LocalTime> time() {
    return new TemporalExpression<>(new Node.Call(Trunc.TO_TIME, List.of(node())));
  }

  /** So much later. Of a date it is a date and time: say {@code output(...)} or cast it. */
  public TemporalExpression<R, T> plus(Duration duration) {
    return moved(Node.Operator.PLUS, value(duration));
  }

  /** So much later. */
  public TemporalExpression<R, T> plus(Expression<R, Duration> duration) {
    return moved(Node.Operator.PLUS, duration.node());
  }

  /** So much earlier. */
  public TemporalExpression<R, T> minus(Duration duration) {
    return moved(Node.Operator.MINUS, value(duration));
  }

  /** The time from another to this. */
  public DurationExpression<R> since(Expression<R, ? extends T> earlier) {
    return new DurationExpression<>(
        new Node.Arithmetic(Node.Operator.MINUS, node(), earlier.node()));
  }

  /** The time from a value to this. */
  public DurationExpression<R> since(T earlier) {
    return new DurationExpression<>(
        new Node.Arithmetic(Node.Operator.MINUS, node(), value(earlier)));
  }

  private TemporalExpression<R, T> moved(Node.Operator operator, Node right) {
    return new TemporalExpression<>(new Node.Arithmetic(operator, node(), right));
  }

  private NumberExpression<R, Integer> part(DatePart part) {
    return new NumberExpression<>(new Node.Call(new Extract(part, null), List.of(node())));
  }
}
