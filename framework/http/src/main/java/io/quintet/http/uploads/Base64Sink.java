package io.quintet.http.uploads;

import java.io.IOException;
import java.io.OutputStream;

/** Decodes base 64 while it is written, in one pass; other characters are skipped. */
final class Base64Sink extends OutputStream {
  private static final String ALPHABET =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

  private final OutputStream out;
  private int bits;
  private int count;

  Base64Sink(OutputStream out) {
    this.out = out;
  }

  @Override
  public void write(int b) throws IOException {
    int value = ALPHABET.indexOf(b & 0xff);
    if (value < 0) {
      return;
    }
    bits = bits << 6 | value;
    count += 6;
    if (count >= 8) {
      count -= 8;
      out.write(bits >> count);
      bits &= (1 << count) - 1;
    }
  }
}
