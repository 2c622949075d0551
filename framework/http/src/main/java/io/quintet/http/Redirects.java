package io.quintet.http;

import java.util.Collection;
import java.util.Locale;
import java.util.Set;

/**
 * The one check for addresses that came from outside, such as the {@code next} of a log-in page.
 */
public final class Redirects {
  private static final int LONGEST = 2_048;

  private Redirects() {}

  /** Whether a redirect stays on this site (the request's host) and, on a secure page, on HTTPS. */
  public static boolean isSafe(String url, Request request) {
    return isSafe(url, Set.of(request.host()), request.isSecure());
  }

  /**
   * Whether a redirect stays on one of the hosts (with their ports), or has none. HTTP and HTTPS
   * are both fine.
   */
  public static boolean isSafe(String url, Collection<String> hosts) {
    return isSafe(url, hosts, false);
  }

  /**
   * Whether a redirect stays on one of the hosts. Refused are other hosts and schemes, addresses
   * that browsers read in another way than programs do ({@code //x}, back-slashes, control
   * characters, {@code http:x}), and more than 2,048 characters.
   */
  public static boolean isSafe(String url, Collection<String> hosts, boolean requireHttps) {
    String text = url.strip();
    return !text.isEmpty()
        && text.length() <= LONGEST
        && isSafeAsWritten(text, hosts, requireHttps)
        && isSafeAsWritten(text.replace('\\', '/'), hosts, requireHttps);
  }

  private static boolean isSafeAsWritten(
      String text, Collection<String> hosts, boolean requireHttps) {
    if (text.startsWith("///") || text.chars().anyMatch(Redirects::isHidden)) {
      return false;
    }
    String scheme = scheme(text);
    String rest = scheme.isEmpty() ? text : text.substring(scheme.length() + 1);
    String authority = authority(rest);
    if (!scheme.isEmpty() && authority.isEmpty()) {
      return false;
    }
    if (!authority.isEmpty() && hosts.stream().noneMatch(authority::equals)) {
      return false;
    }
    String effective = scheme.isEmpty() ? (authority.isEmpty() ? "" : "http") : scheme;
    return effective.isEmpty()
        || effective.equals("https")
        || (effective.equals("http") && !requireHttps);
  }

  private static boolean isHidden(int c) {
    return c < 0x20
        || (c >= 0x7f && c < 0xa0)
        || Character.getType(c) == Character.FORMAT
        || c == 0x2028
        || c == 0x2029;
  }

  private static String scheme(String text) {
    int colon = text.indexOf(':');
    if (colon <= 0) {
      return "";
    }
    String candidate = text.substring(0, colon).toLowerCase(Locale.ROOT);
    boolean valid =
        candidate.charAt(0) >= 'a'
            && candidate.charAt(0) <= 'z'
            && candidate
                .chars()
                .allMatch(
                    c -> (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || "+-.".indexOf(c) >= 0);
    return valid ? candidate : "";
  }

  private static String authority(String rest) {
    if (!rest.startsWith("//")) {
      return "";
    }
    int end = rest.length();
    for (int i = 2; i < rest.length(); i++) {
      char c = rest.charAt(i);
      if (c == '/' || c == '?' || c == '#') {
        end = i;
        break;
      }
    }
    return rest.substring(2, end);
  }
}
