package io.quintet.core.text;

/**
 * Character references that are kept as they are, as Python's tolerant parser reports them: one
 * that lacks its semicolon gets it, and what begins like one and is none ends the reading.
 */
final class References {
  private References() {}

  /**
   * What stands at an ampersand.
   *
   * @param text what it is in the text
   * @param end where to go on
   * @param endsReading whether the rest is not read as HTML
   */
  record Found(String text, int end, boolean endsReading) {}

  /** What begins at an ampersand; {@code last} if no more text will come. */
  static Found at(String html, int start, boolean last) {
    boolean number = html.startsWith("&#", start);
    int end = number ? numberEnd(html, start + 2) : nameEnd(html, start + 1);
    if (end > 0) {
      return new Found(
          html.substring(start, end) + ";", html.startsWith(";", end) ? end + 1 : end, false);
    }
    if (number) {
      return html.indexOf(';', start) >= 0
          ? new Found("&#", start + 2, true)
          : new Found("", start, true);
    }
    if (start + 1 == html.length()) {
      return new Found("", start, true);
    }
    if (!isLetter(html.charAt(start + 1))) {
      return new Found("&", start + 1, false);
    }
    // Of an ampersand with one letter at the very end only the letter is left.
    boolean single = last && start + 2 == html.length();
    return new Found("", single ? start + 1 : start, true);
  }

  /** Where the number ends, if something follows that could not be part of it; else -1. */
  private static int numberEnd(String html, int start) {
    boolean hex = html.regionMatches(true, start, "x", 0, 1);
    int first = hex ? start + 1 : start;
    int end = first;
    while (end < html.length() && (hex ? isHex(html.charAt(end)) : isDigit(html.charAt(end)))) {
      end++;
    }
    return end > first && end < html.length() && !isHex(html.charAt(end)) ? end : -1;
  }

  /** Where the name ends, if something follows; at the end of the text that may be its own dot. */
  private static int nameEnd(String html, int start) {
    if (start == html.length() || !isLetter(html.charAt(start))) {
      return -1;
    }
    int end = start;
    int mark = -1;
    while (end < html.length() && isOfName(html.charAt(end))) {
      if (end > start && (html.charAt(end) == '-' || html.charAt(end) == '.')) {
        mark = end;
      }
      end++;
    }
    return end < html.length() ? end : mark;
  }

  private static boolean isOfName(char c) {
    return isLetter(c) || isDigit(c) || c == '-' || c == '.';
  }

  private static boolean isLetter(char c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isHex(char c) {
    return isDigit(c) || c >= 'a' && c <= 'f' || c >= 'A' && c <= 'F';
  }
}
