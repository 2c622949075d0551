package io.quintet.storage;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.atomic.AtomicBoolean;

/** An upload whose bytes are in a temporary file. */
final class TempFileUpload implements UploadedFile {
  private static final System.Logger LOG = System.getLogger("io.quintet.storage");

  private final String name;
  private final String contentType;
  private final Path file;
  private final long size;
  private final AtomicBoolean gone = new AtomicBoolean();

  private TempFileUpload(String name, String contentType, Path file, long size) {
    this.name = name;
    this.contentType = contentType;
    this.file = file;
    this.size = size;
  }

  static TempFileUpload owning(String name, String contentType, Path file) throws IOException {
    return new TempFileUpload(name, contentType, file, Files.size(file));
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public String contentType() {
    return contentType;
  }

  @Override
  public long size() {
    return size;
  }

  @Override
  public InputStream open() throws IOException {
    requirePresent();
    return Files.newInputStream(file);
  }

  @Override
  public void moveTo(Path target) throws IOException {
    requirePresent();
    Files.move(file, target, StandardCopyOption.REPLACE_EXISTING);
    gone.set(true);
  }

  @Override
  public void close() {
    if (gone.getAndSet(true)) {
      return;
    }
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      LOG.log(
          System.Logger.Level.WARNING, "The temporary file " + file + " could not be deleted", e);
    }
  }

  private void requirePresent() {
    if (gone.get()) {
      throw new IllegalStateException(
          "The upload \"" + name + "\" was moved or closed; read it before");
    }
  }

  @Override
  public String toString() {
    return "UploadedFile[" + name + ", " + size + " bytes]";
  }
}
