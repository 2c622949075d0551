package io.quintet.http.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;

/**
 * The temporary files of uploads. Each belongs to a request and is deleted with it; those of a
 * process that was killed are swept when a server starts.
 */
public final class TemporaryUploads {
  private static final System.Logger LOG = System.getLogger("io.quintet.http.uploads");
  private static final String PREFIX = "quintet-upload-";
  private static final String SUFFIX = ".part";

  /** Longer than any request may take, so that nothing of a running process is deleted. */
  private static final Duration LEFT_BEHIND = Duration.ofDays(1);

  private TemporaryUploads() {}

  /** A new file under a name that nobody can guess, which only this user may read. */
  public static Path create() throws IOException {
    return Files.createTempFile(PREFIX, SUFFIX);
  }

  /** Deletes what was left behind a day ago or earlier, in the folder where uploads are made. */
  public static void sweep(Instant now) {
    try {
      Path probe = create();
      Files.delete(probe);
      sweep(probe.resolveSibling(""), now);
    } catch (IOException | UncheckedIOException e) {
      LOG.log(Level.WARNING, "The temporary files of earlier uploads could not be swept", e);
    }
  }

  static int sweep(Path folder, Instant now) throws IOException {
    int deleted = 0;
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, PREFIX + "*" + SUFFIX)) {
      for (Path file : files) {
        BasicFileAttributes attributes =
            Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        Instant end = attributes.lastModifiedTime().toInstant().plus(LEFT_BEHIND);
        if (attributes.isRegularFile() && !end.isAfter(now)) {
          deleted += delete(file);
        }
      }
    }
    return deleted;
  }

  private static int delete(Path file) {
    try {
      return Files.deleteIfExists(file) ? 1 : 0;
    } catch (IOException ofAnotherUser) {
      LOG.log(Level.DEBUG, "The temporary file " + file + " is kept", ofAnotherUser);
      return 0;
    }
  }
}
