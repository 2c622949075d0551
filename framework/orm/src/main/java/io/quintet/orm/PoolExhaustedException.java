package io.quintet.orm;

/**
 * All connections to a database were in use for as long as a caller may wait ({@link
 * OrmSettings#POOL_WAIT}).
 */
public class PoolExhaustedException extends DbException {
  private static final long serialVersionUID = 1L;

  /** An error with a message. */
  public PoolExhaustedException(String message) {
    super(message);
  }
}
