package io.quintet.storage;

import io.quintet.storage.UploadRefusedException.Reason;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A stream that ends after exactly so many bytes, or fails. */
final class ExactLength extends FilterInputStream {
  private final long expected;
  private long read;

  ExactLength(InputStream in, long expected) {
    super(in);
    this.expected = expected;
  }

  @Override
  public int read() throws IOException {
    int next = super.read();
    count(next < 0 ? -1 : 1);
    return next;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int count = super.read(buffer, offset, length);
    count(count);
    return count;
  }

  @Override
  public boolean markSupported() {
    return false;
  }

  private void count(int bytes) {
    if (bytes >= 0) {
      read += bytes;
    }
    if (read > expected || bytes < 0 && read < expected) {
      throw new UploadRefusedException(
          Reason.SIZE,
          "The file was announced with %d bytes, but %s were sent"
              .formatted(expected, read > expected ? "more" : read + ""));
    }
  }
}
