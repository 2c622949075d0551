package io.quintet.mail;

import io.quintet.core.QuintetException;
import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** A mail cannot be made or was not sent. */
public final class MailException extends QuintetException {
  @Serial private static final long serialVersionUID = 1L;

  /**
   * An exception with its explanation.
   *
   * @param message what was found, where, and what to do next
   */
  public MailException(String message) {
    super(message);
  }

  /**
   * An exception with its explanation and its cause.
   *
   * @param message what was found, where, and what to do next
   * @param cause what was thrown underneath
   */
  public MailException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
