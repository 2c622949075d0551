package io.quintet.core.text;

import java.util.ArrayList;
import java.util.List;

/**
 * Splits text at white space, keeping quoted phrases together, as the arguments of a template tag
 * are.
 */
public final class SmartSplit {
  private SmartSplit() {}

  /**
   * The pieces of a text; quotes and backslashes stay in them: {@code This is "a person's" test}
   * gives {@code This}, {@code is}, {@code "a person's"}, {@code test}.
   */
  public static List<String> split(String text) {
    List<String> pieces = new ArrayList<>();
    int[] unclosed = {text.length(), text.length()};
    int i = 0;
    while (i < text.length()) {
      if (isSpace(text.charAt(i))) {
        i++;
        continue;
      }
      int end = piece(text, i, unclosed);
      pieces.add(text.substring(i, end));
      i = end;
    }
    return pieces;
  }

  private static int piece(String text, int start, int[] unclosed) {
    int end = -1;
    int i = start;
    while (true) {
      while (i < text.length() && !isSpace(text.charAt(i)) && !isQuote(text.charAt(i))) {
        i++;
      }
      if (end >= 0 || i >= text.length() || isSpace(text.charAt(i))) {
        end = i;
      }
      if (i >= text.length() || !isQuote(text.charAt(i))) {
        return end;
      }
      int closed = closingQuote(text, i, unclosed);
      if (closed < 0) {
        return end >= 0 ? end : word(text, start);
      }
      i = closed + 1;
      end = i;
    }
  }

  private static int closingQuote(String text, int open, int[] unclosed) {
    char quote = text.charAt(open);
    int kind = quote == '"' ? 0 : 1;
    if (open >= unclosed[kind]) {
      return -1;
    }
    for (int i = open + 1; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\') {
        i++;
      } else if (c == quote) {
        return i;
      }
    }
    unclosed[kind] = open;
    return -1;
  }

  private static int word(String text, int start) {
    int i = start;
    while (i < text.length() && !isSpace(text.charAt(i))) {
      i++;
    }
    return i;
  }

  private static boolean isQuote(char c) {
    return c == '"' || c == '\'';
  }

  static boolean isSpace(char c) {
    return c == ' '
        || c >= '\t' && c <= '\r'
        || c >= 0x1c && c <= 0x1f
        || c == 0x85
        || c == 0xa0
        || c > 0xff && (Character.isSpaceChar(c) || Character.isWhitespace(c));
  }

  /**
   * The text inside a quoted literal, with escaped quotes and backslashes put back.
   *
   * @throws IllegalArgumentException if the text is not quoted at both ends by the same quote
   */
  public static String unquote(String literal) {
    int last = literal.length() - 1;
    if (last < 0 || !isQuote(literal.charAt(0)) || literal.charAt(last) != literal.charAt(0)) {
      throw new IllegalArgumentException("Not a string literal: " + literal);
    }
    String quote = literal.substring(0, 1);
    String inner = last == 0 ? "" : literal.substring(1, last);
    return inner.indexOf('\\') < 0
        ? inner
        : inner.replace("\\" + quote, quote).replace("\\\\", "\\");
  }
}
