package io.quintet.http.middleware;

import java.io.IOException;
import java.io.OutputStream;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/**
 * Gzip whose header holds a file name of random length, which every reader skips. Who makes a
 * visitor's browser ask for a page again and again, and sees how long the answers are, learns less
 * from it (BREACH; the way is that of Heal the Breach, Palacios et al., 2022).
 */
final class PaddedGzip extends DeflaterOutputStream {
  private static final int MOST_PADDING = 100;
  private static final int HAS_NAME = 8;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final CRC32 sum = new CRC32();
  private boolean finished;

  PaddedGzip(OutputStream out, int buffer) throws IOException {
    super(out, new Deflater(Deflater.DEFAULT_COMPRESSION, true), buffer, true);
    byte[] head = {0x1f, (byte) 0x8b, 8, HAS_NAME, 0, 0, 0, 0, 0, (byte) 0xff};
    out.write(head);
    byte[] name = new byte[RANDOM.nextInt(1, MOST_PADDING + 1) + 1];
    Arrays.fill(name, 0, name.length - 1, (byte) 'a');
    out.write(name);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    super.write(bytes, offset, length);
    sum.update(bytes, offset, length);
  }

  @Override
  public void finish() throws IOException {
    super.finish();
    if (!finished) {
      finished = true;
      little((int) sum.getValue());
      little((int) def.getBytesRead());
      def.end();
    }
  }

  @Override
  public void close() throws IOException {
    finish();
    out.close();
  }

  private void little(int number) throws IOException {
    for (int shift = 0; shift < Integer.SIZE; shift += Byte.SIZE) {
      out.write(number >> shift);
    }
  }
}
