package io.quintet.tasks;

import io.quintet.core.QuintetException;

/** The root of what this room throws. */
public class TaskException extends QuintetException {
  private static final long serialVersionUID = 1L;

  /** An error, described. */
  public TaskException(String message) {
    super(message);
  }

  /** An error with its cause. */
  public TaskException(String message, Throwable cause) {
    super(message, cause);
  }
}
