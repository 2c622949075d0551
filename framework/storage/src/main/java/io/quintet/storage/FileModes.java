package io.quintet.storage;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Makes folders and writes files with the rights that public or private files need. */
record FileModes(boolean posix, boolean publicFiles) {
  private static final String TEMPORARY = ".quintet-";

  static FileModes forFiles(Path root, boolean publicFiles) {
    boolean posix = root.getFileSystem().supportedFileAttributeViews().contains("posix");
    return new FileModes(posix, publicFiles);
  }

  static boolean isTemporary(Path file) {
    Path name = file.getFileName();
    return name != null && name.toString().startsWith(TEMPORARY);
  }

  void makeFolders(Path folder) throws IOException {
    if (posix) {
      Files.createDirectories(folder, permissions(publicFiles ? "rwxr-xr-x" : "rwx------"));
    } else {
      Files.createDirectories(folder);
    }
  }

  Path newTemporaryFile(Path folder) throws IOException {
    return Files.createTempFile(folder, TEMPORARY, ".tmp");
  }

  /** Writes everything to disk, then gives the file its rights. */
  void write(Path file, InputStream content) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      OutputStream out = Channels.newOutputStream(channel);
      content.transferTo(out);
      channel.force(true);
    }
    if (posix && publicFiles) {
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
    }
  }

  private static FileAttribute<Set<PosixFilePermission>> permissions(String text) {
    return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(text));
  }
}
