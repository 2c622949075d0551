package io.quintet.orm;

/** A query asks for something that the database in use cannot do. */
public class NotSupportedException extends QueryException {
  private static final long serialVersionUID = 1L;

  /** An error with a message. */
  public NotSupportedException(String message) {
    super(message);
  }
}
