package io.quintet.orm;

import org.jspecify.annotations.Nullable;

/** Two transactions were in each other's way; the same work may succeed when it is tried again. */
public class ConflictException extends DbException {
  private static final long serialVersionUID = 1L;

  /** An error with a message and a cause. */
  public ConflictException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
