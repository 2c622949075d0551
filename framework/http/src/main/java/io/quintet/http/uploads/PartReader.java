package io.quintet.http.uploads;

import io.quintet.http.BadRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Reads a multipart body through one buffer: contents up to the next boundary, and header lines.
 */
final class PartReader {
  private static final int BUFFER = 16_384;

  private final InputStream in;
  private final byte[] delimiter;
  private final byte[] buffer = new byte[BUFFER];
  private int from;
  private int to;
  private boolean ended;

  PartReader(InputStream in, String boundary) {
    this.in = in;
    this.delimiter = ("\r\n--" + boundary).getBytes(StandardCharsets.US_ASCII);
    // The first boundary stands at the very start, where no line break precedes it.
    buffer[0] = '\r';
    buffer[1] = '\n';
    to = 2;
  }

  /** Whether the body has no byte at all; to be asked before anything is read. */
  boolean isEmpty() throws IOException {
    return to == 2 && !fill();
  }

  /**
   * Passes everything before the next boundary on, and steps behind the boundary; false if the body
   * ends before one.
   */
  boolean copyTo(OutputStream out) throws IOException {
    while (true) {
      int found = find();
      if (found >= 0) {
        out.write(buffer, from, found - from);
        from = found + delimiter.length;
        return true;
      }
      int safe = Math.max(0, to - from - (delimiter.length - 1));
      out.write(buffer, from, safe);
      from += safe;
      if (!fill()) {
        return false;
      }
    }
  }

  /** After a boundary: true if it was the last one, false if a part follows. */
  boolean isLast() throws IOException {
    int first = next();
    if (first == '-') {
      if (next() != '-') {
        throw malformed();
      }
      return true;
    }
    while (first == ' ' || first == '\t') {
      first = next();
    }
    if (first != '\r' || next() != '\n') {
      throw malformed();
    }
    return false;
  }

  /** The next line without its end, of at most {@code most} bytes, as UTF-8. */
  String line(int most) throws IOException {
    byte[] line = new byte[most];
    int length = 0;
    for (int b = next(); b != '\n'; b = next()) {
      if (length == most) {
        throw new BadRequest(
            "The headers of a part of the form are longer than the " + most + " bytes allowed.");
      }
      line[length++] = (byte) b;
    }
    if (length == 0 || line[length - 1] != '\r') {
      throw malformed();
    }
    return new String(line, 0, length - 1, StandardCharsets.UTF_8);
  }

  private static BadRequest malformed() {
    return new BadRequest(
        "The form is not well-formed multipart/form-data: a boundary or header line has no proper end.");
  }

  private int next() throws IOException {
    if (from == to && !fill()) {
      throw new BadRequest("The upload ended early. Please send it again.");
    }
    return Byte.toUnsignedInt(buffer[from++]);
  }

  private boolean fill() throws IOException {
    if (ended) {
      return false;
    }
    System.arraycopy(buffer, from, buffer, 0, to - from);
    to -= from;
    from = 0;
    int read = in.read(buffer, to, buffer.length - to);
    ended = read < 0;
    to += Math.max(0, read);
    return !ended;
  }

  private int find() {
    int last = to - delimiter.length;
    for (int start = from; start <= last; start++) {
      if (buffer[start] == '\r' && matchesAt(start)) {
        return start;
      }
    }
    return -1;
  }

  private boolean matchesAt(int start) {
    for (int i = 1; i < delimiter.length; i++) {
      if (buffer[start + i] != delimiter[i]) {
        return false;
      }
    }
    return true;
  }
}
