package io.quintet.orm.expr;

/** A column of text. */
public final class TextColumn<R> extends TextExpression<R> implements Column<R, String> {
  /** A column by names from the root of the query. */
  public TextColumn(Node.Field node) {
    super(node);
  }
}
