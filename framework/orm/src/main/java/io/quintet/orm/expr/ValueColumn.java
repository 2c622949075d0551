package io.quintet.orm.expr;

/** A column of values that can be equal or not. */
public final class ValueColumn<R, T> extends Expression<R, T> implements Column<R, T> {
  /** A column by names from the root of the query. */
  public ValueColumn(Node.Field node) {
    super(node);
  }
}
