package io.quintet.orm;

/** A query names something that does not exist, or compares with a value of the wrong kind. */
public class QueryException extends DbException {
  private static final long serialVersionUID = 1L;

  /** An error with a message. */
  public QueryException(String message) {
    super(message);
  }
}
