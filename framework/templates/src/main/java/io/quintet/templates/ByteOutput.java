package io.quintet.templates;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Writes UTF-8 into one array: short static text is copied, values are escaped and encoded in one
 * pass. Long static text is copied once only, into the page. With a stream, what was collected is
 * passed on whenever there is enough of it.
 */
final class ByteOutput extends Output {
  private static final int ENOUGH = 8192;
  private static final int LARGE = 1024;
  private static final int SHORT = 48;
  private static final byte[] NOTHING = new byte[0];
  private static final int MAX_DIGITS = 20;
  private static final long ONES = 0x0101010101010101L;
  private static final VarHandle EIGHT =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());
  private static final byte[] @Nullable [] REFERENCES = new byte[128][];

  static {
    REFERENCES['&'] = "&amp;".getBytes(StandardCharsets.US_ASCII);
    REFERENCES['<'] = "&lt;".getBytes(StandardCharsets.US_ASCII);
    REFERENCES['>'] = "&gt;".getBytes(StandardCharsets.US_ASCII);
    REFERENCES['"'] = "&quot;".getBytes(StandardCharsets.US_ASCII);
    REFERENCES['\''] = "&#x27;".getBytes(StandardCharsets.US_ASCII);
  }

  private final @Nullable OutputStream stream;
  private byte[] bytes;
  private int size;
  private @Nullable LargeTexts large;

  /** Collects everything; {@link #finish} gives it. */
  ByteOutput() {
    this.stream = null;
    this.bytes = ByteBuffers.take();
  }

  /** Passes on to a stream, which stays open; {@link #flush} passes on the rest. */
  ByteOutput(OutputStream stream) {
    this.stream = stream;
    this.bytes = new byte[ENOUGH];
  }

  /** What was written. Nothing can be written afterwards. */
  byte[] finish() {
    byte[] all = page();
    ByteBuffers.give(bytes);
    bytes = NOTHING;
    size = 0;
    return all;
  }

  private byte[] page() {
    return large == null ? Arrays.copyOf(bytes, size) : large.page(bytes, size);
  }

  void flush() {
    if (stream != null && size > 0) {
      pass(stream, bytes, size);
      size = 0;
    }
  }

  private static void pass(OutputStream stream, byte[] bytes, int size) {
    try {
      stream.write(bytes, 0, size);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void room(int more) {
    if (bytes.length - size < more) {
      grow(more);
    }
  }

  private void grow(int more) {
    flush();
    if (bytes.length - size < more) {
      int wanted = Math.addExact(size, more);
      bytes = Arrays.copyOf(bytes, Math.max(wanted, (int) Math.min(2L * bytes.length, 1 << 30)));
    }
  }

  @Override
  void append(StaticText text) {
    raw(text.utf8());
  }

  void raw(byte[] utf8) {
    int length = utf8.length;
    if (length >= LARGE) {
      large(utf8);
      return;
    }
    room(length);
    System.arraycopy(utf8, 0, bytes, size, length);
    size += length;
  }

  /** Text that nobody changes. */
  private void large(byte[] utf8) {
    if (stream == null) {
      LargeTexts found = large;
      if (found == null) {
        found = new LargeTexts();
        large = found;
      }
      found.add(utf8, size);
    } else if (size + utf8.length <= bytes.length) {
      copy(utf8, 0, utf8.length);
    } else {
      flush();
      pass(stream, utf8, utf8.length);
    }
  }

  @Override
  public void append(String text) {
    int length = text.length();
    if (length > SHORT) {
      raw(text.getBytes(StandardCharsets.UTF_8));
      return;
    }
    room(length);
    byte[] target = bytes;
    int at = size;
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      if (c >= 128) {
        raw(text.getBytes(StandardCharsets.UTF_8));
        return;
      }
      target[at++] = (byte) c; // below 128
    }
    size = at;
  }

  @Override
  public void escape(String text) {
    int length = text.length();
    if (length > SHORT) {
      escape(text.getBytes(StandardCharsets.UTF_8), 0);
      return;
    }
    room(length);
    byte[] target = bytes;
    int at = size;
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      if (c >= 128 || c <= '>' && REFERENCES[c] != null) {
        // Everything before is plain ASCII, so characters and bytes have the same positions.
        size = at;
        escape(text.getBytes(StandardCharsets.UTF_8), i);
        return;
      }
      target[at++] = (byte) c; // below 128
    }
    size = at;
  }

  /** Copies the runs between the characters that need a reference. */
  private void escape(byte[] utf8, int from) {
    int length = utf8.length;
    int start = from;
    int i = from;
    while (i < length) {
      if (length - i >= Long.BYTES && !mayNeedReference((long) EIGHT.get(utf8, i))) {
        i += Long.BYTES;
        continue;
      }
      int end = Math.min(length, i + Long.BYTES);
      for (; i < end; i++) {
        byte b = utf8[i];
        byte[] reference = b >= 0 && b <= '>' ? REFERENCES[b] : null;
        if (reference != null) {
          copy(utf8, start, i - start);
          copy(reference, 0, reference.length);
          start = i + 1;
        }
      }
    }
    copy(utf8, start, length - start);
  }

  /**
   * Whether one of eight bytes lies between {@code !} and {@code >}, where all are that need a
   * reference: most text is letters and spaces. Bytes are added to without carrying over, since
   * their highest bits are taken off first.
   */
  private static boolean mayNeedReference(long eight) {
    long low = eight & 0x7F7F7F7F7F7F7F7FL;
    long atLeast = low + (0x80 - '!') * ONES;
    long above = low + (0x80 - '>' - 1) * ONES;
    return (atLeast & ~above & ~eight & 0x8080808080808080L) != 0;
  }

  private void copy(byte[] source, int from, int length) {
    room(length);
    System.arraycopy(source, from, bytes, size, length);
    size += length;
  }

  @Override
  public void append(long number) {
    if (number == Long.MIN_VALUE) {
      append(Long.toString(number));
      return;
    }
    room(MAX_DIGITS);
    long rest = Math.abs(number);
    int digits = digits(rest);
    int end = size + digits + (number < 0 ? 1 : 0);
    if (number < 0) {
      bytes[size] = '-';
    }
    int at = end;
    do {
      long next = rest / 10;
      bytes[--at] = (byte) ('0' + (rest - next * 10));
      rest = next;
    } while (rest != 0);
    size = end;
  }

  private static int digits(long number) {
    int digits = 1;
    for (long limit = 10; number >= limit; limit *= 10) {
      if (++digits == 19) {
        break;
      }
    }
    return digits;
  }

  @Override
  public String toString() {
    return new String(page(), StandardCharsets.UTF_8);
  }
}
