package io.quintet.orm;

/** A text is no cursor of this order: it was changed, cut, or made for another query. */
public class InvalidCursorException extends QueryException {
  private static final long serialVersionUID = 1L;

  /** An error with a message. */
  public InvalidCursorException(String message) {
    super(message);
  }
}
