package io.quintet.http.internal;

import java.util.Optional;

/**
 * The one range that a {@code Range} header asks for. Several ranges, other units and malformed
 * headers are ignored, as RFC 9110 allows: the whole content is sent then, so that no list of
 * ranges can cost more than that.
 *
 * @param first the first byte
 * @param last the last byte, included
 */
record ByteRanges(long first, long last) {
  private static final int MOST_DIGITS = 18;

  /** A range that lies outside the content. */
  static final ByteRanges UNSATISFIABLE = new ByteRanges(-1, -1);

  static Optional<ByteRanges> parse(String header, long size) {
    String text = header.strip();
    if (!text.startsWith("bytes=") || text.indexOf(',') >= 0) {
      return Optional.empty();
    }
    String range = text.substring("bytes=".length()).strip();
    int dash = range.indexOf('-');
    if (dash < 0) {
      return Optional.empty();
    }
    String from = range.substring(0, dash);
    String to = range.substring(dash + 1);
    if (!isNumber(from) || !isNumber(to) || (from.isEmpty() && to.isEmpty())) {
      return Optional.empty();
    }
    if (from.isEmpty()) {
      long suffix = Math.min(Long.parseLong(to), size);
      return Optional.of(suffix == 0 ? UNSATISFIABLE : new ByteRanges(size - suffix, size - 1));
    }
    long first = Long.parseLong(from);
    long last = to.isEmpty() ? size - 1 : Math.min(Long.parseLong(to), size - 1);
    if (!to.isEmpty() && Long.parseLong(to) < first) {
      return Optional.empty();
    }
    return Optional.of(first >= size ? UNSATISFIABLE : new ByteRanges(first, last));
  }

  long length() {
    return last - first + 1;
  }

  private static boolean isNumber(String text) {
    return text.length() <= MOST_DIGITS && text.chars().allMatch(c -> c >= '0' && c <= '9');
  }
}
