package io.quintet.core.text;

import org.jspecify.annotations.Nullable;

/**
 * Reads HTML, malformed or not, as a tolerant parser does, and reports tags and text. It looks at
 * each character a bounded number of times: what cannot be a tag is text.
 */
final class HtmlScanner {
  /** What is found; returning false ends the scan. */
  interface Handler {
    boolean startTag(String name, String text, boolean selfClosing);

    boolean endTag(String name);

    boolean data(String data);
  }

  private static final int WORK_PER_CHARACTER = 60;

  private final String html;
  private final boolean decode;
  private final Handler handler;
  private long work;
  private int nextOpen = -1;
  private @Nullable String rawElement;
  private boolean going = true;
  private boolean last;

  /**
   * With {@code decode}, character references in text are resolved; without it they are reported
   * closed by a semicolon.
   */
  HtmlScanner(String html, boolean decode, Handler handler) {
    this.html = html;
    this.decode = decode;
    this.handler = handler;
  }

  /**
   * Scans once.
   *
   * @param end whether an unfinished tag at the end is text; without it the rest is dropped
   * @return whether the handler let the scan reach the end
   */
  boolean scan(boolean end) {
    int at = run(0);
    if (going && end) {
      last = true;
      at = run(at);
    }
    if (going && end && at < html.length() && rawElement == null) {
      text(html.substring(at));
    }
    return going;
  }

  private int run(int start) {
    int i = start;
    while (going && i < html.length()) {
      int next = textEnd(i);
      if (next < 0) {
        return i;
      }
      if (next > i) {
        text(html.substring(i, next));
      }
      i = next;
      if (!going || i == html.length()) {
        return i;
      }
      if (html.charAt(i) == '&') {
        References.Found found = References.at(html, i, last);
        text(found.text());
        i = found.end();
        if (found.endsReading()) {
          return i;
        }
        continue;
      }
      int after = markup(i);
      if (after < 0) {
        if (!last) {
          return i;
        }
        after = unfinished(i);
        text(html.substring(i, after));
      }
      i = after;
    }
    return i;
  }

  private int textEnd(int from) {
    if (rawElement != null) {
      return rawEnd(from);
    }
    if (nextOpen < from) {
      int found = html.indexOf('<', from);
      nextOpen = found < 0 ? Integer.MAX_VALUE : found;
    }
    int open = nextOpen == Integer.MAX_VALUE ? -1 : nextOpen;
    if (!decode) {
      int end = open < 0 ? html.length() : open;
      int reference = html.indexOf('&', from, end);
      return reference < 0 ? end : reference;
    }
    if (open >= 0) {
      return open;
    }
    return !last && endsInReference(from) ? -1 : html.length();
  }

  private boolean endsInReference(int from) {
    int amp = html.lastIndexOf('&');
    if (amp < Math.max(from, html.length() - 34)) {
      return false;
    }
    for (int i = amp; i < html.length(); i++) {
      if (html.charAt(i) == ';' || SmartSplit.isSpace(html.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private int rawEnd(int from) {
    String name = rawElement;
    for (int i = html.indexOf("</", from); i >= 0 && name != null; i = html.indexOf("</", i + 2)) {
      int j = skipSpace(i + 2);
      if (html.regionMatches(true, j, name, 0, name.length())) {
        j = skipSpace(j + name.length());
        if (j < html.length() && html.charAt(j) == '>') {
          return i;
        }
      }
    }
    return -1;
  }

  private int unfinished(int i) {
    int close = html.indexOf('>', i + 1);
    if (close >= 0) {
      return close + 1;
    }
    int open = html.indexOf('<', i + 1);
    return open < 0 ? i + 1 : open;
  }

  private void text(String text) {
    going &= handler.data(decode && rawElement == null ? Entities.decode(text) : text);
  }

  /** The end of the markup that starts here, or -1 if it is unfinished. */
  private int markup(int i) {
    char c = i + 1 < html.length() ? html.charAt(i + 1) : 0;
    if (isLetter(c)) {
      return startTag(i);
    }
    if (c == '/') {
      return endTag(i);
    }
    if (c == '!') {
      return declaration(i);
    }
    if (c == '?') {
      return after(html.indexOf('>', i + 2));
    }
    if (i + 1 < html.length()) {
      text("<");
      return i + 1;
    }
    return -1;
  }

  private static int after(int found) {
    return found < 0 ? -1 : found + 1;
  }

  private int declaration(int i) {
    if (html.startsWith("<!--", i)) {
      return closed("--", i + 4);
    }
    if (html.startsWith("<![", i)) {
      return closed("]", i + 3);
    }
    return after(html.indexOf('>', i + 2));
  }

  /** The end of this text, optional white space and {@code >}. */
  private int closed(String closing, int from) {
    for (int i = html.indexOf(closing, from); i >= 0; i = html.indexOf(closing, i + 1)) {
      int j = skipSpace(i + closing.length());
      work += j - i;
      if (j < html.length() && html.charAt(j) == '>') {
        return j + 1;
      }
      if (isExhausted()) {
        return -1;
      }
    }
    return -1;
  }

  private int endTag(int i) {
    int close = html.indexOf('>', i + 1);
    if (close < 0) {
      return -1;
    }
    int nameStart = skipSpace(i + 2);
    int nameEnd = nameStart;
    if (nameStart < html.length() && isLetter(html.charAt(nameStart))) {
      while (nameEnd < html.length() && isNameOfEnd(html.charAt(nameEnd))) {
        nameEnd++;
      }
      if (skipSpace(nameEnd) == close) {
        String name = LetterCase.lower(html.substring(nameStart, nameEnd));
        if (rawElement != null && !name.equals(rawElement)) {
          text(html.substring(i, close + 1));
        } else {
          rawElement = null;
          going &= handler.endTag(name);
        }
        return close + 1;
      }
    }
    return looseEndTag(i, close);
  }

  private int looseEndTag(int i, int close) {
    if (rawElement != null) {
      text(html.substring(i, close + 1));
      return close + 1;
    }
    if (i + 2 < html.length() && isLetter(html.charAt(i + 2))) {
      int end = tagNameEnd(i + 2);
      going &= handler.endTag(LetterCase.lower(html.substring(i + 2, end)));
      return html.indexOf('>', end) + 1;
    }
    return close + 1;
  }

  private int tagNameEnd(int start) {
    int i = start;
    while (i < html.length() && "\t\n\r\f />\0".indexOf(html.charAt(i)) < 0) {
      i++;
    }
    return i;
  }

  private int startTag(int i) {
    if (isExhausted()) {
      return -1;
    }
    int nameEnd = tagNameEnd(i + 1);
    StartTagScan scan = new StartTagScan(html, nameEnd);
    int end = scan.end();
    work += Math.max(0, scan.reached() - i);
    if (end < 0) {
      return -1;
    }
    String rest = html.substring(Math.min(scan.attributesEnd(), end), end).strip();
    String text = html.substring(i, end);
    if (!rest.equals(">") && !rest.equals("/>")) {
      going &= handler.data(text);
      return end;
    }
    String name = LetterCase.lower(html.substring(i + 1, nameEnd));
    going &= handler.startTag(name, text, rest.equals("/>"));
    if (rest.equals(">") && (name.equals("script") || name.equals("style"))) {
      rawElement = name;
    }
    return end;
  }

  private boolean isExhausted() {
    return work > (long) html.length() * WORK_PER_CHARACTER;
  }

  private int skipSpace(int start) {
    int i = start;
    while (i < html.length() && SmartSplit.isSpace(html.charAt(i))) {
      i++;
    }
    return i;
  }

  private static boolean isNameOfEnd(char c) {
    return isLetter(c) || c >= '0' && c <= '9' || "-.:_".indexOf(c) >= 0;
  }

  private static boolean isLetter(char c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
  }
}
