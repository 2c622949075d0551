package io.quintet.http.uploads;

import io.quintet.http.PayloadTooLarge;
import io.quintet.http.internal.TemporaryUploads;
import io.quintet.storage.UploadedFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Collects the content of a part: in memory, and from a size on in a temporary file that only this
 * user may read.
 */
final class PartContent extends OutputStream {
  private final String what;
  private final long limit;
  private final long inMemory;
  private final ByteArrayOutputStream memory = new ByteArrayOutputStream();
  private @Nullable Path file;
  private @Nullable OutputStream fileOut;
  private long size;

  PartContent(String what, long limit, long inMemory) {
    this.what = what;
    this.limit = limit;
    this.inMemory = inMemory;
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    size += length;
    if (size > limit) {
      throw new PayloadTooLarge("%s is larger than the %,d bytes allowed.".formatted(what, limit));
    }
    target().write(bytes, offset, length);
  }

  @Override
  public void close() throws IOException {
    if (fileOut != null) {
      fileOut.close();
    }
  }

  long size() {
    return size;
  }

  String text() {
    return memory.toString(StandardCharsets.UTF_8);
  }

  UploadedFile toFile(String name, String contentType) throws IOException {
    close();
    return file == null
        ? UploadedFile.of(name, contentType, memory.toByteArray())
        : UploadedFile.ofTempFile(name, contentType, file);
  }

  /** Deletes what was written, when the form is given up. */
  void discard() throws IOException {
    close();
    if (file != null) {
      Files.deleteIfExists(file);
    }
  }

  private OutputStream target() throws IOException {
    if (fileOut == null && size > inMemory) {
      file = TemporaryUploads.create();
      fileOut = Files.newOutputStream(file);
      memory.writeTo(fileOut);
      memory.reset();
    }
    return fileOut == null ? memory : fileOut;
  }
}
