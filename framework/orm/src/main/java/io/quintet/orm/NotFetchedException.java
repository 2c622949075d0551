package io.quintet.orm;

/** A relation was read that the query did not fetch, under FetchMode.RAISE. */
public class NotFetchedException extends DbException {
  private static final long serialVersionUID = 1L;

  /** An error with a message. */
  public NotFetchedException(String message) {
    super(message);
  }
}
