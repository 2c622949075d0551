package io.quintet.orm.expr;

/** A column of true and false. */
public final class BoolColumn<R> extends Expression<R, Boolean> implements Column<R, Boolean> {
  /** A column by names from the root of the query. */
  public BoolColumn(Node.Field node) {
    super(node);
  }

  /** True. */
  public Condition<R> isTrue() {
    return eq(true);
  }

  /** False. */
  public Condition<R> isFalse() {
    return eq(false);
  }
}
