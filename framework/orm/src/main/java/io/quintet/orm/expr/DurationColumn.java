package io.quintet.orm.expr;

import java.time.Duration;

/** A column of durations. */
public final class DurationColumn<R> extends DurationExpression<R> implements Column<R, Duration> {
  /** A column by names from the root of the query. */
  public DurationColumn(Node.Field node) {
    super(node);
  }
}
