package io.quintet.core.text;

/** Finds the end of a start tag behind its name: attributes with quoted, bare or no values. */
final class StartTagScan {
  private final String html;
  private final int start;
  private int at;
  private int attributesEnd;

  StartTagScan(String html, int nameEnd) {
    this.html = html;
    this.start = nameEnd;
    this.at = nameEnd;
  }

  /** How far the scan looked. */
  int reached() {
    return at;
  }

  /** Where the attributes and the white space behind them end. */
  int attributesEnd() {
    return attributesEnd;
  }

  /**
   * Behind the closing bracket, or behind what can be read of a bogus tag; -1 if the tag is not
   * finished.
   */
  int end() {
    at = separators(start);
    attributesEnd = at;
    if (at == start || !attributeStarts()) {
      at = start;
      while (at < html.length() && (isSpace(at) || html.charAt(at) == '/')) {
        at++;
      }
    }
    while (attributeStarts()) {
      attribute();
      attributesEnd = at;
    }
    while (at < html.length() && isSpace(at)) {
      at++;
    }
    return verdict();
  }

  private int verdict() {
    if (at >= html.length()) {
      return -1;
    }
    char next = html.charAt(at);
    if (next == '>') {
      return at + 1;
    }
    if (next == '/') {
      return html.startsWith("/>", at) ? at + 2 : -1;
    }
    boolean letter = next >= 'a' && next <= 'z' || next >= 'A' && next <= 'Z' || next == '=';
    return letter ? -1 : at;
  }

  private boolean attributeStarts() {
    if (at >= html.length() || at == 0) {
      return false;
    }
    char before = html.charAt(at - 1);
    char c = html.charAt(at);
    boolean separated =
        before == '\'' || before == '"' || before == '/' || SmartSplit.isSpace(before);
    return separated && !isSpace(at) && c != '/' && c != '>';
  }

  private void attribute() {
    at++;
    while (at < html.length() && !isSpace(at) && "/=>".indexOf(html.charAt(at)) < 0) {
      at++;
    }
    int nameEnd = at;
    int equals = spaces(at);
    int value = equals;
    while (value < html.length() && html.charAt(value) == '=') {
      value++;
    }
    if (value > equals) {
      at = valueEnd(equals, value);
      if (at < 0) {
        at = nameEnd;
      }
    } else {
      at = nameEnd;
    }
    at = separators(at);
  }

  /** The end of the value behind the equals signs, or -1 if there can be none. */
  private int valueEnd(int equals, int afterEquals) {
    int i = spaces(afterEquals);
    if (i < html.length() && (html.charAt(i) == '"' || html.charAt(i) == '\'')) {
      int close = html.indexOf(html.charAt(i), i + 1);
      if (close >= 0) {
        return spaces(close + 1);
      }
      if (i > afterEquals) {
        return i;
      }
      if (afterEquals - equals < 2) {
        return -1;
      }
      i = afterEquals - 1;
    }
    while (i < html.length() && html.charAt(i) != '>' && !isSpace(i)) {
      i++;
    }
    return spaces(i);
  }

  private int spaces(int from) {
    int i = from;
    while (i < html.length() && isSpace(i)) {
      i++;
    }
    return i;
  }

  /** White space and slashes, but not the slash of {@code />}. */
  private int separators(int from) {
    int i = from;
    while (i < html.length()
        && (isSpace(i) || html.charAt(i) == '/' && !html.startsWith("/>", i))) {
      i++;
    }
    return i;
  }

  private boolean isSpace(int i) {
    return SmartSplit.isSpace(html.charAt(i));
  }
}
