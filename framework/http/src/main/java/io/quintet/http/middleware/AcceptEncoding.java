package io.quintet.http.middleware;

import io.quintet.http.Request;
import java.util.Locale;

/** Reads {@code Accept-Encoding} in one pass. */
public final class AcceptEncoding {
  private static final int LONGEST = 1_000;

  private AcceptEncoding() {}

  /** Whether the client takes gzip: named, or included in {@code *}, with a quality above 0. */
  public static boolean acceptsGzip(Request request) {
    String header = request.headers().joined("Accept-Encoding").orElse("");
    if (header.length() > LONGEST) {
      return false;
    }
    boolean any = false;
    for (String part : header.toLowerCase(Locale.ROOT).split(",")) {
      int semicolon = part.indexOf(';');
      String name = (semicolon < 0 ? part : part.substring(0, semicolon)).strip();
      boolean wanted = semicolon < 0 || !isZero(part.substring(semicolon + 1).replace(" ", ""));
      if (name.equals("gzip")) {
        return wanted;
      }
      any |= name.equals("*") && wanted;
    }
    return any;
  }

  private static boolean isZero(String quality) {
    return quality.startsWith("q=0")
        && quality.substring(3).chars().allMatch(c -> c == '.' || c == '0');
  }
}
