package io.quintet.storage;

import io.quintet.core.QuintetException;
import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** Something went wrong with a stored file: the root of every exception this module throws. */
public class StorageException extends QuintetException {
  @Serial private static final long serialVersionUID = 1L;

  /**
   * An exception with its explanation.
   *
   * @param message what was found, where, and what to do next
   */
  public StorageException(String message) {
    super(message);
  }

  /**
   * An exception with its explanation and its cause.
   *
   * @param message what was found, where, and what to do next
   * @param cause what was thrown underneath
   */
  public StorageException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
