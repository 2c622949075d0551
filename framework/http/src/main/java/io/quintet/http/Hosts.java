package io.quintet.http;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** The strict grammar of the {@code Host} header, and patterns of allowed hosts. */
public final class Hosts {
  private static final int LONGEST = 300;

  private Hosts() {}

  /**
   * A host and its port.
   *
   * @param name in lower case, without a final dot; an IPv6 address keeps its brackets
   * @param port the digits after the colon, or empty
   */
  public record Host(String name, String port) {}

  /** Reads {@code name}, {@code name:port} or {@code [ipv6]:port}; empty for anything else. */
  public static Optional<Host> parse(String text) {
    if (text.isEmpty() || text.length() > LONGEST) {
      return Optional.empty();
    }
    if (text.chars().anyMatch(c -> c >= 0x80)) {
      // Some letters beyond ASCII become ASCII in lower case.
      return Optional.empty();
    }
    String host = text.toLowerCase(Locale.ROOT);
    int end = host.startsWith("[") ? host.indexOf(']') + 1 : nameEnd(host);
    if (end == 0 || !(host.startsWith("[") ? isBracketed(host, end) : isName(host, end))) {
      return Optional.empty();
    }
    String port = "";
    if (end < host.length()) {
      port = host.substring(end + 1);
      boolean digits =
          !port.isEmpty() && port.length() <= 5 && port.chars().allMatch(c -> c >= '0' && c <= '9');
      if (host.charAt(end) != ':' || !digits || Integer.parseInt(port) > 65_535) {
        return Optional.empty();
      }
    }
    String name = host.substring(0, end);
    return Optional.of(
        new Host(name.endsWith(".") ? name.substring(0, name.length() - 1) : name, port));
  }

  /**
   * Whether a host name is in a list of patterns: a name, {@code .name} for it and its sub-domains,
   * or {@code *}.
   */
  public static boolean isAllowed(String host, Collection<String> patterns) {
    return patterns.stream().anyMatch(pattern -> pattern.equals("*") || matches(host, pattern));
  }

  /** Whether a host name is the pattern, or below it if the pattern starts with a dot. */
  public static boolean matches(String host, String pattern) {
    if (pattern.isEmpty()) {
      return false;
    }
    String lower = pattern.toLowerCase(Locale.ROOT);
    return lower.startsWith(".")
        ? host.endsWith(lower) || host.equals(lower.substring(1))
        : host.equals(lower);
  }

  private static int nameEnd(String host) {
    int colon = host.indexOf(':');
    return colon < 0 ? host.length() : colon;
  }

  private static boolean isName(String host, int end) {
    for (int i = 0; i < end; i++) {
      char c = host.charAt(i);
      if (!((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '-' || c == '_')) {
        return false;
      }
    }
    return true;
  }

  private static boolean isBracketed(String host, int end) {
    for (int i = 1; i < end - 1; i++) {
      char c = host.charAt(i);
      if (!((c >= 'a' && c <= 'f') || (c >= '0' && c <= '9') || c == ':' || c == '.')) {
        return false;
      }
    }
    return end > 3;
  }
}
