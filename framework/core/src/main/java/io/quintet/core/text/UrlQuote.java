package io.quintet.core.text;

import java.util.Set;

/** Percent-encodes what people write as a URL, without encoding twice. */
public final class UrlQuote {
  private static final String SAFE = "!$&'()*+,;=:/?#[]@~";

  private static final Set<String> HIERARCHICAL =
      Set.of("http", "https", "ftp", "file", "ws", "wss");

  private UrlQuote() {}

  /**
   * The URL with each part decoded and encoded again; in a query every name and value on its own.
   */
  public static String quote(String url) {
    String rest = withoutLineBreaks(url);
    int colon = rest.indexOf(':');
    String scheme =
        colon > 0 && isScheme(rest.substring(0, colon))
            ? LetterCase.lower(rest.substring(0, colon))
            : "";
    if (!scheme.isEmpty()) {
      rest = rest.substring(colon + 1);
    }
    String host = "";
    boolean hasHost = rest.startsWith("//");
    if (hasHost) {
      int end = hostEnd(rest);
      host = rest.substring(2, end);
      rest = rest.substring(end);
      if (host.indexOf('[') >= 0 != host.indexOf(']') >= 0) {
        return again(url);
      }
    }
    int hash = rest.indexOf('#');
    String fragment = hash < 0 ? "" : rest.substring(hash + 1);
    String beforeHash = hash < 0 ? rest : rest.substring(0, hash);
    int mark = beforeHash.indexOf('?');
    String query = mark < 0 ? "" : beforeHash.substring(mark + 1);
    String path = mark < 0 ? beforeHash : beforeHash.substring(0, mark);
    return joined(
        scheme,
        again(host),
        hasHost && !host.isEmpty() || HIERARCHICAL.contains(scheme),
        again(path),
        query(query),
        again(fragment));
  }

  /** As browsers do: no controls and spaces around it, no tabs and line breaks in it. */
  private static String withoutLineBreaks(String url) {
    int start = 0;
    while (start < url.length() && url.charAt(start) <= ' ') {
      start++;
    }
    StringBuilder out = new StringBuilder(url.length() - start);
    for (int i = start; i < url.length(); i++) {
      char c = url.charAt(i);
      if (c != '\t' && c != '\n' && c != '\r') {
        out.append(c);
      }
    }
    return out.toString();
  }

  private static String joined(
      String scheme, String host, boolean hasHost, String path, String query, String fragment) {
    String full =
        hasHost ? "//" + host + (path.isEmpty() || path.startsWith("/") ? "" : "/") + path : path;
    return (scheme.isEmpty() ? "" : scheme + ":")
        + full
        + (query.isEmpty() ? "" : "?" + query)
        + (fragment.isEmpty() ? "" : "#" + fragment);
  }

  private static boolean isScheme(String text) {
    char first = text.charAt(0);
    return (first >= 'a' && first <= 'z' || first >= 'A' && first <= 'Z')
        && text.chars()
            .allMatch(c ->
                c >= 'a' && c <= 'z'
                    || c >= 'A' && c <= 'Z'
                    || c >= '0' && c <= '9'
                    || "+-.".indexOf(c) >= 0);
  }

  private static int hostEnd(String rest) {
    int end = 2;
    while (end < rest.length() && "/?#".indexOf(rest.charAt(end)) < 0) {
      end++;
    }
    return end;
  }

  private static String again(String part) {
    return UriText.quote(UriText.unquote(part), SAFE);
  }

  private static String query(String query) {
    StringBuilder out = new StringBuilder(query.length() + 16);
    for (String pair : query.split("&")) {
      if (pair.isEmpty()) {
        continue;
      }
      int equals = pair.indexOf('=');
      String name = equals < 0 ? pair : pair.substring(0, equals);
      String value = equals < 0 ? "" : pair.substring(equals + 1);
      out.append(out.isEmpty() ? "" : "&").append(field(name)).append('=').append(field(value));
    }
    return out.toString();
  }

  private static String field(String text) {
    String decoded = UriText.unquote(UriText.unquote(text.replace('+', ' ')));
    return UriText.quote(decoded, " ").replace("%20", "+").replace(' ', '+');
  }
}
