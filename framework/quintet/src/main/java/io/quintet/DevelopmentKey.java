package io.quintet;

import io.quintet.core.ImproperlyConfigured;
import io.quintet.core.signing.Crypto;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A secret key for development, made once and kept in {@code var/secret.key}. */
final class DevelopmentKey {
  private static final int LENGTH = 64;

  private DevelopmentKey() {}

  static String of(Path baseDir) {
    Path file = baseDir.resolve("var").resolve("secret.key");
    try {
      if (!Files.exists(file)) {
        Files.createDirectories(file.getParent());
        try {
          Files.writeString(file, Crypto.randomString(LENGTH), StandardOpenOption.CREATE_NEW);
        } catch (FileAlreadyExistsException e) {
          return Files.readString(file);
        }
      }
      return Files.readString(file);
    } catch (IOException e) {
      throw new ImproperlyConfigured(
          "The development key cannot be kept in "
              + file
              + " ("
              + e.getMessage()
              + "). Make the folder writable, or set QUINTET_SECRET_KEY.");
    }
  }
}
