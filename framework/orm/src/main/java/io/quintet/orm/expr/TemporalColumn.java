package io.quintet.orm.expr;

/** A column of dates or times. */
public final class TemporalColumn<R, T> extends TemporalExpression<R, T> implements Column<R, T> {
  /** A column by names from the root of the query. */
  public TemporalColumn(Node.Field node) {
    super(node);
  }
}
