package io.quintet.orm;

/** A query that had to find a row found none. */
public class DoesNotExist extends DbException {
  private static final long serialVersionUID = 1L;

  /** An error with a message. */
  public DoesNotExist(String message) {
    super(message);
  }
}
