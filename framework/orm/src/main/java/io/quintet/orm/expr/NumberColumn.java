package io.quintet.orm.expr;

/** A column of numbers. */
public final class NumberColumn<R, T extends Number> extends NumberExpression<R, T>
    implements Column<R, T> {
  /** A column by names from the root of the query. */
  public NumberColumn(Node.Field node) {
    super(node);
  }
}
