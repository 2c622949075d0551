package io.quintet.core.text;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;

/** Shortens the text of HTML and closes what is open. */
final class HtmlTruncation implements HtmlScanner.Handler {
  private static final Set<String> VOID =
      Set.of(
          "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param",
          "source", "track", "wbr", "frame", "spacer");

  private final String html;
  private final String ending;
  private final boolean words;
  private final int limit;
  private final Deque<String> open = new ArrayDeque<>();
  private final StringBuilder output = new StringBuilder();
  private int remaining;
  private int processed;

  HtmlTruncation(String html, int count, String ending, boolean words) {
    this.html = html;
    this.ending = ending;
    this.words = words;
    this.limit = count;
    this.remaining = words ? count : Truncator.room(count, ending);
  }

  String run() {
    boolean complete = new HtmlScanner(html, true, this).scan(false);
    if (!complete) {
      open.forEach(tag -> output.append("</").append(tag).append('>'));
    }
    return output.toString();
  }

  @Override
  public boolean startTag(String name, String text, boolean selfClosing) {
    output.append(text);
    if (!VOID.contains(name)) {
      if (selfClosing) {
        output.append("</").append(name).append('>');
      } else {
        open.push(name);
      }
    }
    return true;
  }

  @Override
  public boolean endTag(String name) {
    if (!VOID.contains(name)) {
      output.append("</").append(name).append('>');
      if (name.equals(open.peek())) {
        open.pop();
      }
    }
    return true;
  }

  @Override
  public boolean data(String data) {
    return words ? wordData(data) : characterData(data);
  }

  private boolean characterData(String data) {
    int length = data.codePointCount(0, data.length());
    processed += length;
    if (processed == limit
        && output.codePointCount(0, output.length()) + length
            == html.codePointCount(0, html.length())) {
      output.append(data);
      return false;
    }
    String shown =
        length > remaining ? data.substring(0, data.offsetByCodePoints(0, remaining)) : data;
    return add(length, Html.escapeText(shown));
  }

  private boolean wordData(String data) {
    List<String> pieces = pieces(data);
    int shown = Math.min(remaining, pieces.size());
    return add(pieces.size(), Html.escapeText(String.join(" ", pieces.subList(0, shown))));
  }

  private boolean add(int length, String shown) {
    if (remaining < length) {
      remaining = 0;
      output.append(Truncator.ended(shown, ending));
      return false;
    }
    remaining -= length;
    output.append(shown);
    return true;
  }

  /** Splits at white space between words; white space at the ends stays. */
  private static List<String> pieces(String data) {
    List<String> pieces = new ArrayList<>();
    int start = 0;
    int i = 0;
    while (i < data.length()) {
      int end = i;
      while (end < data.length() && SmartSplit.isSpace(data.charAt(end))) {
        end++;
      }
      if (end > i && i > start && end < data.length() && !SmartSplit.isSpace(data.charAt(i - 1))) {
        pieces.add(data.substring(start, i));
        start = end;
      }
      i = Math.max(end, i + 1);
    }
    pieces.add(data.substring(start));
    return pieces;
  }
}
