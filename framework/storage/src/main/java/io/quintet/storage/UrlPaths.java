package io.quintet.storage;

import java.nio.charset.StandardCharsets;

/** Names as parts of a URL. */
final class UrlPaths {
  private static final String UNRESERVED = "-._~";

  private UrlPaths() {}

  /** Percent-encodes a name; slashes stay. */
  static String encode(String name) {
    StringBuilder out = new StringBuilder(name.length() + 16);
    for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
      if (b > 0 && (isAsciiLetterOrDigit(b) || b == '/' || UNRESERVED.indexOf(b) >= 0)) {
        out.append((char) b);
      } else {
        out.append('%').append("%02X".formatted(b));
      }
    }
    return out.toString();
  }

  private static boolean isAsciiLetterOrDigit(byte b) {
    return b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z' || b >= '0' && b <= '9';
  }
}
