package io.quintet.orm.expr;

/** A column of values that can be greater or less. */
public final class ComparableColumn<R, T> extends ComparableExpression<R, T>
    implements Column<R, T> {
  /** A column by names from the root of the query. */
  public ComparableColumn(Node.Field node) {
    super(node);
  }
}
