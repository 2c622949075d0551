package io.quintet.orm;

/** The database, or a query of this kind, cannot do what was asked for. */
public final class NotSupportedException extends QueryException {
  private static final long serialVersionUID = 1L;

  /** Says what cannot be done, and what to do instead. */
  public NotSupportedException(String message) {
    super(message);
  }
}
