package io.quintet.http;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Copies an exact number of bytes. */
final class Bounded {
  private static final int BUFFER = 16_384;

  private Bounded() {}

  static void copy(InputStream in, OutputStream out, long length) throws IOException {
    byte[] buffer = new byte[BUFFER];
    long left = length;
    while (left > 0) {
      int read = in.read(buffer, 0, (int) Math.min(buffer.length, left));
      if (read < 0) {
        throw new EOFException(
            "The content ended " + left + " bytes before its length of " + length);
      }
      out.write(buffer, 0, read);
      left -= read;
    }
  }
}
