package io.quintet.core.commands;

import io.quintet.core.QuintetException;
import org.jspecify.annotations.Nullable;

/** A command cannot go on; the message is shown as one line, without a stack trace. */
public class CommandError extends QuintetException {
  private static final long serialVersionUID = 1L;
  private final int status;

  /** Ends the command with status 1. */
  public CommandError(String message) {
    this(message, 1, null);
  }

  /** Ends the command with status 1. */
  public CommandError(String message, @Nullable Throwable cause) {
    this(message, 1, cause);
  }

  /** Ends the command with a status of one's own. */
  public CommandError(String message, int status, @Nullable Throwable cause) {
    super(message, cause);
    this.status = status;
  }

  /** The exit status. */
  public int status() {
    return status;
  }
}
