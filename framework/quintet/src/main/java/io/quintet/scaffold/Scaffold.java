package io.quintet.scaffold;

import io.quintet.core.commands.CommandError;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Files to be written from templates in this jar. All are prepared first and none is written when
 * one of them exists already, so that nothing of the user's is lost.
 */
final class Scaffold {
  private final Map<String, String> values;
  private final Map<Path, String> files = new LinkedHashMap<>();

  Scaffold(Map<String, String> values) {
    this.values = Map.copyOf(values);
  }

  /** The text of a resource beside this class, with {@code @name@} replaced by its value. */
  Scaffold add(Path target, String resource) {
    files.put(target, fill(read(resource)));
    return this;
  }

  Scaffold addText(Path target, String text) {
    files.put(target, text);
    return this;
  }

  static String read(String resource) {
    try (@Nullable InputStream in = Scaffold.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("The jar of Quintet lacks " + resource);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  void write() throws IOException {
    for (Path file : files.keySet()) {
      if (Files.exists(file)) {
        throw new CommandError(file + " exists already; nothing was written.");
      }
    }
    for (Map.Entry<Path, String> file : files.entrySet()) {
      Path target = file.getKey();
      if (target.getParent() != null) {
        Files.createDirectories(target.getParent());
      }
      Files.writeString(target, file.getValue());
      if (file.getValue().startsWith("#!")
          && Files.getFileStore(target).supportsFileAttributeView("posix")) {
        Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rwxr-xr-x"));
      }
    }
  }

  private String fill(String text) {
    String filled = text;
    for (Map.Entry<String, String> value : values.entrySet()) {
      filled = filled.replace("@" + value.getKey() + "@", value.getValue());
    }
    return filled;
  }
}
