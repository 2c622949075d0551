package io.quintet.core;

import java.net.URLDecoder;
import java.nio.charset.Charset;

/**
 * The texts of a query string, percent-encoded as Python does: {@code quote_plus}, or {@code quote}
 * with safe characters.
 */
final class QueryText {
  private static final String HEX = "0123456789ABCDEF";

  private QueryText() {}

  static String encode(String text, String safe, Charset charset) {
    StringBuilder out = new StringBuilder(text.length() + 16);
    for (byte b : text.getBytes(charset)) {
      int c = Byte.toUnsignedInt(b);
      if (c == ' ' && safe.isEmpty()) {
        out.append('+');
      } else if (isPlain(c) || (c < 0x80 && safe.indexOf(c) >= 0)) {
        out.append((char) c);
      } else {
        out.append('%').append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 15));
      }
    }
    return out.toString();
  }

  private static boolean isPlain(int c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || "_.-~".indexOf(c) >= 0;
  }

  static String decode(String text, Charset charset) {
    if (text.indexOf('%') < 0) {
      return text.replace('+', ' ');
    }
    try {
      return URLDecoder.decode(text, charset);
    } catch (IllegalArgumentException e) {
      return decodeLeniently(text, charset);
    }
  }

  /** Decodes what can be decoded; a {@code %} that starts no escape stays a {@code %}. */
  private static String decodeLeniently(String text, Charset charset) {
    var fixed = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean escape =
          c == '%'
              && i + 2 < text.length()
              && Character.digit(text.charAt(i + 1), 16) >= 0
              && Character.digit(text.charAt(i + 2), 16) >= 0;
      fixed.append(c == '%' && !escape ? "%25" : c);
    }
    return URLDecoder.decode(fixed.toString(), charset);
  }
}
