package io.quintet.storage;

import java.io.Serial;

/** No file of that name is in the storage. */
public final class MissingFileException extends StorageException {
  @Serial private static final long serialVersionUID = 1L;

  /**
   * The exception for a file that is not there.
   *
   * @param storage alias of the storage that was asked
   * @param name name of the file within it
   */
  public MissingFileException(String storage, String name) {
    super(
        "Storage \"%s\" holds no file \"%s\": it was deleted, or was saved by another site or root folder"
            .formatted(storage, FileNames.printable(name)));
  }
}
