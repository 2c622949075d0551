package io.quintet.orm.expr;

/** An expression to sort by, its direction, and where nulls go. */
public final class Order<R> {
  /** Where nulls go. */
  public enum Nulls {
    /** Where the database puts them. */
    AS_THE_DATABASE,
    /** Before all values. */
    FIRST,
    /** After all values. */
    LAST
  }

  private final Node node;
  private final boolean descending;
  private final Nulls nulls;

  /** An order. */
  public Order(Node node, boolean descending, Nulls nulls) {
    this.node = node;
    this.descending = descending;
    this.nulls = nulls;
  }

  /** What to sort by. */
  public Node node() {
    return node;
  }

  /** Whether the greatest comes first. */
  public boolean descending() {
    return descending;
  }

  /** Where nulls go. */
  public Nulls nulls() {
    return nulls;
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
