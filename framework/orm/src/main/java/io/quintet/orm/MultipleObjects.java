package io.quintet.orm;

/** A query that had to find one row found several. */
public class MultipleObjects extends DbException {
  private static final long serialVersionUID = 1L;

  /** An error with a message. */
  public MultipleObjects(String message) {
    super(message);
  }
}
