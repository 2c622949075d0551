package io.quintet.http.staticfiles;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * One static file: on the disk, or in memory out of a jar.
 *
 * @param name the name with {@code /} between its elements
 * @param path where it is on the disk, or null
 * @param content its bytes, if it is not on the disk
 */
record StaticFile(String name, @Nullable Path path, byte[] content) {
  static StaticFile onDisk(String name, Path path) {
    return new StaticFile(name, path, new byte[0]);
  }

  static StaticFile inMemory(String name, byte[] content) {
    return new StaticFile(name, null, content);
  }

  byte[] read() throws IOException {
    return path == null ? content : Files.readAllBytes(path);
  }

  InputStream open() throws IOException {
    return path == null ? new ByteArrayInputStream(content) : Files.newInputStream(path);
  }
}
