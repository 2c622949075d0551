package io.quintet.orm.migrations;

import io.quintet.core.QuintetException;
import org.jspecify.annotations.Nullable;

/**
 * A migration that cannot be found, ordered, written or applied; the message says which and what to
 * do.
 */
public class MigrationException extends QuintetException {
  private static final long serialVersionUID = 1L;

  /** With a message alone. */
  public MigrationException(String message) {
    super(message);
  }

  /** With the cause, usually an {@link java.sql.SQLException}. */
  public MigrationException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
