package io.quintet.templates;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What tells one state of a file from the next. File systems count time in steps, so a file that
 * was written a moment before may be written again and have the same time: only one that has rested
 * for a second is known.
 */
record FileState(FileTime written, long size, @Nullable Object key, boolean rested) {
  private static final long REST = 1_000;

  static FileState of(Path file) throws IOException {
    BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
    FileTime written = now.lastModifiedTime();
    boolean rested = System.currentTimeMillis() - written.toMillis() > REST;
    return new FileState(written, now.size(), now.fileKey(), rested);
  }

  /** Whether the file may hold something else by now. */
  boolean isPast(Path file) {
    if (!rested) {
      return true;
    }
    try {
      FileState now = of(file);
      return !now.written.equals(written) || now.size != size || !Objects.equals(now.key, key);
    } catch (IOException gone) {
      return true;
    }
  }
}
