package io.quintet.http.sessions;

import io.quintet.core.SiteContext;
import io.quintet.core.json.Json;
import io.quintet.core.json.JsonException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Sessions in a folder, a file of JSON each, readable by the site's user only. Several processes of
 * one machine may share it. The command {@code clearsessions} removes those that have expired.
 */
public final class FileStore implements SessionStore {
  private static final String ENDING = ".session";
  private static final String EXPIRES = "expires";
  private static final String DATA = "data";

  private final SiteContext site;
  private final Path folder;

  /** The store in the folder of the settings, which is made if need be. */
  public FileStore(SiteContext site) {
    this.site = site;
    this.folder = site.baseDir().resolve(site.setting(SessionSettings.FOLDER));
    try {
      Files.createDirectories(folder, rights(folder.toAbsolutePath().getRoot(), "rwx------"));
    } catch (IOException e) {
      throw failed(e);
    }
  }

  @Override
  public Optional<Map<String, @Nullable Object>> load(String key) {
    return Sessions.isKey(key) ? read(file(key)) : Optional.empty();
  }

  @Override
  public String create(Map<String, @Nullable Object> data, Duration age) {
    String key = Sessions.newKey();
    try {
      write(file(key), data, age, StandardOpenOption.CREATE_NEW);
    } catch (FileAlreadyExistsException taken) {
      return create(data, age);
    } catch (IOException e) {
      throw failed(e);
    }
    return key;
  }

  /** Written beside the file and put in its place, so that nobody reads half of it. */
  @Override
  public Optional<String> update(String key, Map<String, @Nullable Object> data, Duration age) {
    if (load(key).isEmpty()) {
      return Optional.empty();
    }
    Path written = folder.resolve(key + "." + Sessions.newKey());
    try {
      write(written, data, age, StandardOpenOption.CREATE_NEW);
      if (!Files.exists(file(key))) {
        Files.delete(written);
        return Optional.empty();
      }
      Files.move(written, file(key), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw failed(e);
    }
    return Optional.of(key);
  }

  @Override
  public void delete(String key) {
    if (Sessions.isKey(key)) {
      remove(file(key));
    }
  }

  @Override
  public int clearExpired() {
    int cleared = 0;
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*" + ENDING)) {
      for (Path file : files) {
        if (read(file).isEmpty() && remove(file)) {
          cleared++;
        }
      }
    } catch (IOException e) {
      throw failed(e);
    }
    return cleared;
  }

  private void write(
      Path file, Map<String, @Nullable Object> data, Duration age, StandardOpenOption option)
      throws IOException {
    Map<String, Object> content = new LinkedHashMap<>();
    content.put(EXPIRES, site.clock().instant().plus(age).toEpochMilli());
    content.put(DATA, data);
    byte[] bytes = Json.writeBytes(content);
    try (var channel =
        Files.newByteChannel(
            file,
            java.util.Set.of(option, StandardOpenOption.WRITE),
            rights(file.getRoot(), "rw-------"))) {
      java.nio.ByteBuffer buffer = java.nio.ByteBuffer.wrap(bytes);
      while (buffer.hasRemaining()) {
        channel.write(buffer);
      }
    }
  }

  /** What is in a file, unless it has expired or was broken off while it was written. */
  private Optional<Map<String, @Nullable Object>> read(Path file) {
    try {
      if (Json.parse(Files.readAllBytes(file)) instanceof Map<?, ?> content
          && content.get(EXPIRES) instanceof Number expires
          && content.get(DATA) instanceof Map<?, ?> data
          && site.clock().instant().isBefore(Instant.ofEpochMilli(expires.longValue()))) {
        return Optional.of(CookieStore.copy(data));
      }
      return Optional.empty();
    } catch (NoSuchFileException | JsonException none) {
      return Optional.empty();
    } catch (IOException e) {
      throw failed(e);
    }
  }

  private boolean remove(Path file) {
    try {
      return Files.deleteIfExists(file);
    } catch (IOException e) {
      throw failed(e);
    }
  }

  private Path file(String key) {
    return folder.resolve(key + ENDING);
  }

  private static FileAttribute<?>[] rights(@Nullable Path root, String rights) {
    boolean posix =
        root != null && root.getFileSystem().supportedFileAttributeViews().contains("posix");
    return posix
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(rights))
        }
        : new FileAttribute<?>[0];
  }

  private UncheckedIOException failed(IOException e) {
    return new UncheckedIOException(
        "Sessions cannot be kept in %s (setting http.session-folder)".formatted(folder), e);
  }
}
