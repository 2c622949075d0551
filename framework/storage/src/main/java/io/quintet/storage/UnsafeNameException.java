package io.quintet.storage;

import java.io.Serial;

/** A file name that would leave its folder, or that no file system should be given. */
public final class UnsafeNameException extends StorageException {
  @Serial private static final long serialVersionUID = 1L;

  UnsafeNameException(String name, String reason) {
    super("Unsafe file name \"%s\": %s".formatted(FileNames.printable(name), reason));
  }
}
