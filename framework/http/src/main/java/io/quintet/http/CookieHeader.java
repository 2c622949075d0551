package io.quintet.http;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads the {@code Cookie} header of a request as browsers write it. */
final class CookieHeader {
  private CookieHeader() {}

  /** The cookies by name; of a repeated name the last. */
  static Map<String, String> parse(String header) {
    Map<String, String> cookies = new LinkedHashMap<>();
    int from = 0;
    while (from <= header.length()) {
      int end = header.indexOf(';', from);
      end = end < 0 ? header.length() : end;
      String chunk = header.substring(from, end);
      int equals = chunk.indexOf('=');
      String name = equals < 0 ? "" : chunk.substring(0, equals).strip();
      String value = chunk.substring(equals + 1).strip();
      if (!name.isEmpty() || !value.isEmpty()) {
        cookies.put(name, unquote(value));
      }
      from = end + 1;
    }
    return Collections.unmodifiableMap(cookies);
  }

  private static String unquote(String value) {
    if (value.length() < 2 || value.charAt(0) != '"' || value.charAt(value.length() - 1) != '"') {
      return value;
    }
    StringBuilder out = new StringBuilder(value.length());
    int end = value.length() - 1;
    for (int i = 1; i < end; i++) {
      char c = value.charAt(i);
      if (c != '\\' || i + 1 >= end) {
        out.append(c);
      } else if (isOctal(value, i + 1, end)) {
        out.append((char) Integer.parseInt(value.substring(i + 1, i + 4), 8));
        i += 3;
      } else {
        out.append(value.charAt(++i));
      }
    }
    return out.toString();
  }

  private static boolean isOctal(String value, int from, int end) {
    if (from + 3 > end || value.charAt(from) > '3') {
      return false;
    }
    for (int i = from; i < from + 3; i++) {
      if (value.charAt(i) < '0' || value.charAt(i) > '7') {
        return false;
      }
    }
    return true;
  }
}
