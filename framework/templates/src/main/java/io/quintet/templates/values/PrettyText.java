package io.quintet.templates.values;

import java.util.ArrayList;
import java.util.List;

/** A text over several lines, cut at its own line ends and, where those are too far, at spaces. */
final class PrettyText {
  private final int room;
  private final int lastRoom;
  private final List<String> pieces = new ArrayList<>();

  private PrettyText(int room, int behind) {
    this.room = room;
    this.lastRoom = room - behind;
  }

  /** A text that is the whole value: in parentheses if it takes several lines. */
  static String outermost(String text, int width) {
    String line = PythonText.quote(text);
    if (line.length() <= width) {
      return line;
    }
    List<String> pieces = new PrettyText(width - 1, 1).cut(text);
    return pieces.size() == 1 ? pieces.getFirst() : "(" + String.join("\n ", pieces) + ")";
  }

  /** A text in a list or map: its lines below each other. */
  static String inside(String text, int width, int indent, int behind) {
    return String.join("\n" + " ".repeat(indent), new PrettyText(width - indent, behind).cut(text));
  }

  private List<String> cut(String text) {
    for (int start = 0; start < text.length(); ) {
      int end = lineEnd(text, start);
      String line = text.substring(start, end);
      boolean last = end == text.length();
      String quoted = PythonText.quote(line);
      if (quoted.length() <= (last ? lastRoom : room)) {
        pieces.add(quoted);
      } else {
        cutAtSpaces(line, last);
      }
      start = end;
    }
    return pieces;
  }

  private void cutAtSpaces(String line, boolean last) {
    String current = "";
    for (int start = 0; start < line.length(); ) {
      int end = wordEnd(line, start);
      String candidate = current + line.substring(start, end);
      int allowed = last && end == line.length() ? lastRoom : room;
      boolean fits =
          candidate.length() <= allowed && PythonText.quote(candidate).length() <= allowed;
      if (!fits && !current.isEmpty()) {
        pieces.add(PythonText.quote(current));
        current = line.substring(start, end);
      } else {
        current = candidate;
      }
      start = end;
    }
    pieces.add(PythonText.quote(current));
  }

  /** Behind the next end of a line, which belongs to the line. */
  private static int lineEnd(String text, int start) {
    for (int i = start; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n') {
        return i + 2;
      }
      if (c >= '\n' && c <= '\r'
          || c >= 0x1c && c <= 0x1e
          || c == 0x85
          || c == 0x2028
          || c == 0x2029) {
        return i + 1;
      }
    }
    return text.length();
  }

  /** Behind the next word and the white space after it. */
  private static int wordEnd(String line, int start) {
    int i = start;
    while (i < line.length() && !isSpace(line.charAt(i))) {
      i++;
    }
    while (i < line.length() && isSpace(line.charAt(i))) {
      i++;
    }
    return i;
  }

  private static boolean isSpace(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == 0x85;
  }
}
