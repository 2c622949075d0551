package io.quintet.s3;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.sync.RequestBody;

/**
 * Content whose size must be known before it is sent, and which may have to be sent twice: in
 * memory while it is small, then in a temporary file.
 */
final class Spool implements AutoCloseable {
  private static final int IN_MEMORY = 1 << 20;

  private final byte[] head;
  private final @Nullable Path file;
  private final long size;

  private Spool(byte[] head, @Nullable Path file, long size) {
    this.head = head;
    this.file = file;
    this.size = size;
  }

  static Spool of(InputStream content) throws IOException {
    byte[] head = content.readNBytes(IN_MEMORY + 1);
    if (head.length <= IN_MEMORY) {
      return new Spool(head, null, head.length);
    }
    Path file = Files.createTempFile("quintet-s3-", ".part");
    try (OutputStream out = Files.newOutputStream(file)) {
      out.write(head);
      long size = head.length + content.transferTo(out);
      return new Spool(new byte[0], file, size);
    } catch (IOException | RuntimeException e) {
      Files.deleteIfExists(file);
      throw e;
    }
  }

  long size() {
    return size;
  }

  RequestBody whole() {
    return file == null ? RequestBody.fromBytes(head) : RequestBody.fromFile(file);
  }

  RequestBody part(long from, long length) {
    Path source = file;
    if (source == null) {
      throw new IllegalStateException("Content in memory is sent whole");
    }
    return RequestBody.fromContentProvider(
        () -> slice(source, from, length), length, "application/octet-stream");
  }

  private static InputStream slice(Path file, long from, long length) {
    try {
      return new FileSlice(file, from, length);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    if (file != null) {
      Files.deleteIfExists(file);
    }
  }
}
