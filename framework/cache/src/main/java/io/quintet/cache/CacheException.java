package io.quintet.cache;

import io.quintet.core.QuintetException;
import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** A value cannot be cached, has another type than was asked for, or the back end failed. */
public final class CacheException extends QuintetException {
  @Serial private static final long serialVersionUID = 1L;

  /**
   * An exception with its explanation.
   *
   * @param message what was found, where, and what to do next
   */
  public CacheException(String message) {
    super(message);
  }

  /**
   * An exception with its explanation and its cause.
   *
   * @param message what was found, where, and what to do next
   * @param cause what was thrown underneath
   */
  public CacheException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
