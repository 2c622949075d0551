package io.quintet.storage;

import java.io.Serial;

/** The content is no image that is understood, is broken, or is too large to be decoded safely. */
public final class InvalidImageException extends StorageException {
  @Serial private static final long serialVersionUID = 1L;

  InvalidImageException(String message) {
    super(message);
  }
}
