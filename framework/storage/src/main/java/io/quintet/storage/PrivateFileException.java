package io.quintet.storage;

import java.io.Serial;

/** A public address was asked for a file of a storage that has none. */
public final class PrivateFileException extends StorageException {
  @Serial private static final long serialVersionUID = 1L;

  /**
   * The exception for a file without a public address.
   *
   * @param storage alias of the storage that was asked
   * @param name name of the file within it
   */
  public PrivateFileException(String storage, String name) {
    super(
        "The files of storage \"%s\" are private, so \"%s\" has no public address; make one that expires with Storages.signedUrl(file, duration)"
            .formatted(storage, name));
  }
}
