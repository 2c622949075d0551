package io.quintet.core.text;

import java.util.ArrayList;
import java.util.List;

/** Lines and paragraphs: line ends, HTML breaks, wrapping. Linear in the text. */
public final class Paragraphs {
  private Paragraphs() {}

  /** The text with every line end written as {@code \n}. */
  public static String normalizeNewlines(String text) {
    return text.indexOf('\r') < 0 ? text : text.replace("\r\n", "\n").replace('\r', '\n');
  }

  /** The text with spaces that do not break. */
  public static String avoidWrapping(String text) {
    return text.replace(' ', '\u00a0');
  }

  /**
   * Paragraphs of HTML: blank lines separate them, single line ends become breaks.
   *
   * @param escape whether the text is to be escaped
   */
  public static SafeString linebreaks(String text, boolean escape) {
    List<String> paragraphs = new ArrayList<>();
    for (String paragraph : split(normalizeNewlines(text))) {
      String html = escape ? Html.escapeText(paragraph) : paragraph;
      paragraphs.add("<p>" + html.replace("\n", "<br>") + "</p>");
    }
    return SafeString.of(String.join("\n\n", paragraphs));
  }

  private static List<String> split(String text) {
    List<String> paragraphs = new ArrayList<>();
    int start = 0;
    for (int i = text.indexOf("\n\n"); i >= 0; i = text.indexOf("\n\n", start)) {
      paragraphs.add(text.substring(start, i));
      start = i;
      while (start < text.length() && text.charAt(start) == '\n') {
        start++;
      }
    }
    paragraphs.add(text.substring(start));
    return paragraphs;
  }

  /**
   * The text with lines of at most this width, broken at white space; longer words stay whole.
   *
   * @throws IllegalArgumentException if the width is not positive and there is something to wrap
   */
  public static String wrap(String text, int width) {
    if (text.isEmpty()) {
      return text;
    }
    if (width <= 0) {
      throw new IllegalArgumentException(
          "Cannot wrap to a width of " + width + ": it must be at least 1.");
    }
    List<String> lines = new ArrayList<>();
    for (String line : lines(text)) {
      List<String> wrapped = wrapLine(expandTabs(line), width);
      if (wrapped.isEmpty()) {
        lines.add(line);
      } else {
        lines.addAll(wrapped);
      }
    }
    if (text.endsWith("\n")) {
      lines.add("");
    }
    return String.join("\n", lines);
  }

  static List<String> lines(String text) {
    List<String> lines = new ArrayList<>();
    int start = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= '\n' && c <= '\r'
          || c >= 0x1c && c <= 0x1e
          || c == 0x85
          || c == 0x2028
          || c == 0x2029) {
        lines.add(text.substring(start, i));
        if (c == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n') {
          i++;
        }
        start = i + 1;
      }
    }
    if (start < text.length()) {
      lines.add(text.substring(start));
    }
    return lines;
  }

  private static String expandTabs(String line) {
    if (line.indexOf('\t') < 0) {
      return line;
    }
    StringBuilder out = new StringBuilder(line.length() + 16);
    for (int i = 0; i < line.length(); i++) {
      if (line.charAt(i) == '\t') {
        out.append(" ".repeat(8 - out.length() % 8));
      } else {
        out.append(line.charAt(i));
      }
    }
    return out.toString();
  }

  private static List<String> wrapLine(String line, int width) {
    List<String> chunks = chunks(line);
    List<String> lines = new ArrayList<>();
    int i = 0;
    while (i < chunks.size()) {
      if (isBlank(chunks.get(i)) && !lines.isEmpty()) {
        i++;
      }
      StringBuilder current = new StringBuilder();
      int length = 0;
      int first = i;
      while (i < chunks.size() && length + width(chunks.get(i)) <= width) {
        length += width(chunks.get(i++));
      }
      if (i == first && i < chunks.size()) {
        i++;
      }
      int last = i > first && isBlank(chunks.get(i - 1)) ? i - 1 : i;
      chunks.subList(first, last).forEach(current::append);
      if (!current.isEmpty()) {
        lines.add(current.toString());
      }
    }
    return lines;
  }

  private static int width(String chunk) {
    return chunk.codePointCount(0, chunk.length());
  }

  private static List<String> chunks(String line) {
    List<String> chunks = new ArrayList<>();
    int start = 0;
    for (int i = 1; i <= line.length(); i++) {
      if (i == line.length() || isAsciiSpace(line.charAt(i)) != isAsciiSpace(line.charAt(start))) {
        chunks.add(line.substring(start, i));
        start = i;
      }
    }
    return chunks;
  }

  private static boolean isBlank(String chunk) {
    return chunk.chars().allMatch(c -> SmartSplit.isSpace((char) c));
  }

  private static boolean isAsciiSpace(char c) {
    return c == ' ' || c >= '\t' && c <= '\r';
  }
}
