package io.quintet.forms.internal;

import io.quintet.core.text.IpAddresses;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A URL cut into its parts without judging them.
 *
 * @param scheme in lower case, or empty
 * @param authority user, host and port, or empty
 * @param path the path, or empty
 * @param tail query and fragment with their marks, or empty
 */
public record UrlParts(String scheme, String authority, String path, String tail) {
  private static final Set<String> HIERARCHICAL =
      Set.of("http", "https", "ftp", "ftps", "ws", "wss");
  private static final Pattern SCHEME = Pattern.compile("([a-zA-Z][a-zA-Z0-9+.-]*):");

  /** The parts, or null if the brackets of an IPv6 host do not match. */
  public static @Nullable UrlParts split(String url) {
    String rest = url.replaceAll("[\\t\\r\\n]", "");
    String scheme = "";
    Matcher found = SCHEME.matcher(rest);
    if (found.lookingAt()) {
      scheme = found.group(1).toLowerCase(java.util.Locale.ROOT);
      rest = rest.substring(found.end());
    }
    String authority = "";
    if (rest.startsWith("//")) {
      int end = 2;
      while (end < rest.length() && "/?#".indexOf(rest.charAt(end)) < 0) {
        end++;
      }
      authority = rest.substring(2, end);
      rest = rest.substring(end);
      boolean open = authority.indexOf('[') >= 0;
      boolean close = authority.indexOf(']') >= 0;
      if (open != close || (open && !bracketedHost(authority))) {
        return null;
      }
    }
    int end = 0;
    while (end < rest.length() && "?#".indexOf(rest.charAt(end)) < 0) {
      end++;
    }
    return new UrlParts(scheme, authority, rest.substring(0, end), tail(rest.substring(end)));
  }

  /** Query and fragment without the mark of one that is empty. */
  private static String tail(String text) {
    int hash = text.indexOf('#');
    String query = hash < 0 ? text : text.substring(0, hash);
    String fragment = hash < 0 ? "" : text.substring(hash);
    return (query.length() > 1 ? query : "") + (fragment.length() > 1 ? fragment : "");
  }

  private static boolean bracketedHost(String authority) {
    String host = authority.substring(authority.lastIndexOf('@') + 1);
    int close = host.indexOf(']');
    String after = close < 0 ? "" : host.substring(close + 1);
    return host.startsWith("[")
        && (after.isEmpty() || after.startsWith(":"))
        && IpAddresses.isIpv6(host.substring(1, close));
  }

  /** The host without user, port and brackets. */
  public String host() {
    String host = authority.substring(authority.lastIndexOf('@') + 1);
    if (host.startsWith("[")) {
      return host.substring(1, Math.max(1, host.indexOf(']')));
    }
    int colon = host.indexOf(':');
    return colon < 0 ? host : host.substring(0, colon);
  }

  /** The URL again. */
  public String join() {
    String start = scheme.isEmpty() ? "" : scheme + ":";
    if (authority.isEmpty() && !HIERARCHICAL.contains(scheme)) {
      return start + path + tail;
    }
    String slash = path.isEmpty() || path.startsWith("/") ? "" : "/";
    return start + "//" + authority + slash + path + tail;
  }
}
