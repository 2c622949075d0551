package io.quintet.core.text;

import java.util.List;

/** What looks like a URL or an e-mail address inside a text. */
final class UrlShapes {
  private static final List<String> DOMAINS =
      List.of("com", "edu", "gov", "int", "mil", "net", "org");
  private static final int MAX_EMAIL = 320;

  private UrlShapes() {}

  /** {@code http://} or {@code https://} and the start of a host. */
  static boolean hasScheme(String word) {
    int start =
        word.regionMatches(true, 0, "http://", 0, 7)
            ? 7
            : word.regionMatches(true, 0, "https://", 0, 8) ? 8 : -1;
    if (start < 0 || start >= word.length()) {
      return false;
    }
    int host = word.charAt(start) == '[' ? start + 1 : start;
    return host < word.length() && Characters.isWord(word.codePointAt(host));
  }

  /**
   * {@code www.} or a host below one of the old top-level domains, with a path or nothing behind
   * it.
   */
  static boolean isBareDomain(String word) {
    String lower = LetterCase.lower(word);
    if (lower.startsWith("www.")) {
      return true;
    }
    if (lower.isEmpty() || lower.startsWith("http") || !Characters.isWord(lower.codePointAt(0))) {
      return false;
    }
    int at = lower.indexOf('@');
    int limit = at < 0 ? lower.length() : at;
    for (int dot = lower.indexOf('.', 2);
        dot >= 0 && dot < limit;
        dot = lower.indexOf('.', dot + 1)) {
      for (String domain : DOMAINS) {
        int end = dot + 1 + domain.length();
        if (lower.startsWith(domain, dot + 1)
            && (end == lower.length() || lower.charAt(end) == '/')) {
          return true;
        }
      }
    }
    return false;
  }

  static boolean isEmail(String word) {
    int at = word.lastIndexOf('@');
    return word.length() <= MAX_EMAIL
        && at > 0
        && isLocalPart(word.substring(0, at))
        && isDomain(word.substring(at + 1));
  }

  private static boolean isLocalPart(String text) {
    if (text.length() > 2 && text.startsWith("\"") && text.endsWith("\"")) {
      return text.chars().allMatch(c -> c > 0 && c < 128 && c != '\n' && c != '\r');
    }
    boolean letter = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean atom =
          c >= 'a' && c <= 'z'
              || c >= 'A' && c <= 'Z'
              || c >= '0' && c <= '9'
              || "-!#$%&'*+/=?^_`{}|~".indexOf(c) >= 0;
      if (!atom && (c != '.' || !letter)) {
        return false;
      }
      letter = atom;
    }
    return letter;
  }

  private static boolean isDomain(String text) {
    if (text.startsWith("[") && text.endsWith("]")) {
      return text.length() > 2
          && text.substring(1, text.length() - 1)
              .chars()
              .allMatch(c -> Character.digit(c, 16) >= 0 || c == ':' || c == '.');
    }
    String[] labels = text.split("\\.", -1);
    if (labels.length < 2) {
      return false;
    }
    for (String label : labels) {
      boolean bad =
          label.isEmpty() || label.length() > 63 || label.startsWith("-") || label.endsWith("-");
      if (bad
          || !label
              .codePoints()
              .allMatch(
                  c -> c == '-' || c < 128 && c != '_' && Characters.isWord(c) || c >= 0xa1)) {
        return false;
      }
    }
    String top = labels[labels.length - 1];
    return top.length() >= 2
        && (top.startsWith("xn--") || top.codePoints().noneMatch(c -> c >= '0' && c <= '9'));
  }
}
