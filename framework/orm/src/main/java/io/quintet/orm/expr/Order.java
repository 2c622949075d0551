package io.quintet.orm.expr;

/**
 * An expression to sort by.
 *
 * @param node what to sort by
 * @param descending whether the greatest comes first
 * @param nulls where nulls go
 */
public record Order<R>(Node node, boolean descending, Nulls nulls) {
  /** Where nulls go. */
  public enum Nulls {
    /** Where the database puts them. */
    AS_THE_DATABASE,
    /** Before all values. */
    FIRST,
    /** After all values. */
    LAST
  }

  /** The same with nulls before all values. */
  public Order<R> nullsFirst() {
    return new Order<>(node, descending, Nulls.FIRST);
  }

  /** The same with nulls after all values. */
  public Order<R> nullsLast() {
    return new Order<>(node, descending, Nulls.LAST);
  }
}
