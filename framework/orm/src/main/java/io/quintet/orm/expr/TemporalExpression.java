package io.quintet.orm.expr;

import java.time.LocalDate;
import java.util.List;

/** A date, a time, or both. The parts of a moment are those in UTC. */
public class TemporalExpression<R, T> extends ComparableExpression<R, T> {
  /** An expression with a meaning. */
  public TemporalExpression(Node node) {
    super(node);
  }

  /** The year. */
  public NumberExpression<R, Integer> year() {
    return part(Fn.YEAR);
  }

  /** The month, 1 to 12. */
  public NumberExpression<R, Integer> month() {
    return part(Fn.MONTH);
  }

  /** The day of the month. */
  public NumberExpression<R, Integer> day() {
    return part(Fn.DAY);
  }

  /** The hour. */
  public NumberExpression<R, Integer> hour() {
    return part(Fn.HOUR);
  }

  /** The minute. */
  public NumberExpression<R, Integer> minute() {
    return part(Fn.MINUTE);
  }

  /** The second, whole. */
  public NumberExpression<R, Integer> second() {
    return part(Fn.SECOND);
  }

  /** The quarter, 1 to 4. */
  public NumberExpression<R, Integer> quarter() {
    return part(Fn.QUARTER);
  }

  /** The day of the week, 1 (Sunday) to 7. */
  public NumberExpression<R, Integer> weekDay() {
    return part(Fn.WEEK_DAY);
  }

  /** The date. */
  public TemporalExpression<R, LocalDate> date() {
    return new TemporalExpression<>(new Node.Call(Fn.DATE, List.of(node())));
  }

  private NumberExpression<R, Integer> part(Fn part) {
    return new NumberExpression<>(new Node.Call(part, List.of(node())));
  }
}
