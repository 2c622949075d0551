package io.quintet.cache.internal;

import io.quintet.cache.CacheKeys;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The files of a file cache: hashed names, two levels of folders, written whole or not at all. */
record CacheFolder(Path root) {
  private static final String SUFFIX = ".cache";
  private static final String TEMPORARY = ".tmp";
  private static final long STALE = Duration.ofHours(1).toMillis();

  private record Found(Path path, long written) {}

  Path path(String key) {
    String hash = CacheKeys.hash(key);
    return root.resolve(hash.substring(0, 2)).resolve(hash.substring(2) + SUFFIX);
  }

  @Nullable CacheFile read(Path path) throws IOException {
    try {
      return CacheFile.of(Files.readAllBytes(path));
    } catch (NoSuchFileException e) {
      return null;
    }
  }

  /** Writes a file; returns whether it is a new one. */
  boolean write(CacheFile file) throws IOException {
    Path path = path(file.key());
    Path folder = root.resolve(path.subpath(root.getNameCount(), root.getNameCount() + 1));
    makeFolders(folder);
    Path temporary = Files.createTempFile(folder, "", TEMPORARY);
    try {
      try (var channel = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
        var bytes = file.toBytes();
        while (bytes.hasRemaining()) {
          channel.write(bytes);
        }
      }
      boolean created = !Files.exists(path);
      Files.move(
          temporary, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      return created;
    } finally {
      Files.deleteIfExists(temporary);
    }
  }

  static void makeFolders(Path folder) throws IOException {
    if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.createDirectories(
          folder,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    } else {
      Files.createDirectories(folder);
    }
  }

  void delete(Path path) throws IOException {
    Files.deleteIfExists(path);
  }

  void deleteWhere(Predicate<CacheFile> condition) throws IOException {
    for (Path path : files(SUFFIX)) {
      CacheFile file = readOrDelete(path);
      if (file != null && condition.test(file)) {
        delete(path);
      }
    }
  }

  /**
   * Deletes what has expired, what was abandoned half-written and, where more than {@code
   * maxEntries} are left, the oldest third.
   *
   * @return the number of entries left
   */
  long cull(int maxEntries, long now) throws IOException {
    for (Path path : files(TEMPORARY)) {
      if (written(path) < now - STALE) {
        delete(path);
      }
    }
    List<Found> left = new ArrayList<>();
    for (Path path : files(SUFFIX)) {
      CacheFile file = readOrDelete(path);
      if (file != null && file.hasExpired(now)) {
        delete(path);
      } else if (file != null) {
        left.add(new Found(path, written(path)));
      }
    }
    if (left.size() <= maxEntries) {
      return left.size();
    }
    left.sort(Comparator.comparingLong(Found::written));
    int keep = maxEntries - maxEntries / 3;
    for (Found found : left.subList(0, left.size() - keep)) {
      delete(found.path);
    }
    return keep;
  }

  private @Nullable CacheFile readOrDelete(Path path) throws IOException {
    try {
      return read(path);
    } catch (CacheFile.Unreadable e) {
      delete(path);
      return null;
    }
  }

  private static long written(Path path) throws IOException {
    try {
      return Files.getLastModifiedTime(path).toMillis();
    } catch (NoSuchFileException e) {
      return Long.MIN_VALUE;
    }
  }

  private List<Path> files(String suffix) throws IOException {
    if (!Files.isDirectory(root)) {
      return List.of();
    }
    try (Stream<Path> paths = Files.walk(root, 2)) {
      return paths
          .filter(path -> path.getNameCount() == root.getNameCount() + 2)
          .filter(path -> path.toString().endsWith(suffix))
          .toList();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }
}
