package io.quintet.orm;

import org.jspecify.annotations.Nullable;

/** A statement ran longer than {@link OrmSettings#STATEMENT_TIMEOUT}, and the database ended it. */
public class StatementTimeoutException extends DbException {
  private static final long serialVersionUID = 1L;

  /** An error with a message and a cause. */
  public StatementTimeoutException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
