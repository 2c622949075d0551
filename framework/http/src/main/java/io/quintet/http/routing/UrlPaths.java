package io.quintet.http.routing;

import java.nio.charset.StandardCharsets;

/** Percent encoding of paths. */
public final class UrlPaths {
  private static final String SAFE = "/~:@!$&'()*+,;=-._";

  private UrlPaths() {}

  /**
   * A decoded path as it stands in an address: UTF-8, everything encoded that RFC 3986 does not
   * allow in a path.
   */
  public static String encode(String path) {
    StringBuilder out = new StringBuilder(path.length() + 8);
    for (byte b : path.getBytes(StandardCharsets.UTF_8)) {
      int c = Byte.toUnsignedInt(b);
      boolean plain =
          (c >= 'a' && c <= 'z')
              || (c >= 'A' && c <= 'Z')
              || (c >= '0' && c <= '9')
              || (c < 0x80 && SAFE.indexOf(c) >= 0);
      if (plain) {
        out.append((char) c);
      } else {
        out.append('%').append(hex(c >> 4)).append(hex(c & 15));
      }
    }
    return out.toString();
  }

  /**
   * The path with a second leading slash encoded, so that a browser does not take it for a host.
   */
  public static String escapeLeadingSlashes(String path) {
    return path.startsWith("//") ? "/%2F" + path.substring(2) : path;
  }

  private static char hex(int digit) {
    return Character.toUpperCase(Character.forDigit(digit, 16));
  }
}
