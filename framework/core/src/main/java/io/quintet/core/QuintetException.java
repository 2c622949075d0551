package io.quintet.core;

import org.jspecify.annotations.Nullable;

/**
 * Root of the framework's own unchecked exceptions. The message says what was found and what to do.
 */
public class QuintetException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public QuintetException(String message) {
    super(message);
  }

  public QuintetException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }

  /** What was found and what to do; never null. */
  @Override
  public String getMessage() {
    return String.valueOf(super.getMessage());
  }
}
