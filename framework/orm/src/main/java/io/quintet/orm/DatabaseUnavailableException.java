package io.quintet.orm;

import org.jspecify.annotations.Nullable;

/** A database cannot be reached. */
public class DatabaseUnavailableException extends DbException {
  private static final long serialVersionUID = 1L;

  /** An error with a message and a cause. */
  public DatabaseUnavailableException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
