package io.quintet.core.text;

import java.util.LinkedHashMap;
import java.util.Map;

/** Rewrites a regular expression in Python's spelling into Java's, and numbers its groups. */
final class RegexTranslation {
  private static final String WORD = "\\p{L}\\p{N}_";
  private static final String SPACE = "\\t-\\r\\x1c-\\x20\\x85\\p{Z}";

  private final String source;
  private final StringBuilder out = new StringBuilder();
  private final Map<String, Integer> names = new LinkedHashMap<>();
  private int groups;
  private int at;

  RegexTranslation(String source) {
    this.source = source;
  }

  /** The groups that have names, by number; complete after {@link #translate}. */
  Map<String, Integer> names() {
    return names;
  }

  String translate() {
    while (at < source.length()) {
      char c = source.charAt(at);
      switch (c) {
        case '\\' -> escape(false);
        case '[' -> characterClass();
        case '(' -> group();
        case '{' -> braces();
        default -> {
          out.append(c);
          at++;
        }
      }
    }
    return out.toString();
  }

  private void escape(boolean inClass) {
    if (at + 1 == source.length()) {
      out.append('\\');
      at++;
      return;
    }
    char c = source.charAt(at + 1);
    at += 2;
    switch (c) {
      case 'd' -> out.append("\\p{Nd}");
      case 'D' -> out.append("\\P{Nd}");
      case 'w' -> out.append(inClass ? WORD : "[" + WORD + "]");
      case 'W' -> out.append("[^" + WORD + "]");
      case 's' -> out.append(inClass ? SPACE : "[" + SPACE + "]");
      case 'S' -> out.append("[^" + SPACE + "]");
      case 'Z' -> out.append("\\z");
      default -> out.append('\\').append(c);
    }
  }

  private void characterClass() {
    out.append('[');
    at++;
    if (source.startsWith("^", at)) {
      out.append('^');
      at++;
    }
    boolean first = true;
    while (at < source.length() && (first || source.charAt(at) != ']')) {
      first = false;
      char c = source.charAt(at);
      if (c == '\\') {
        escape(true);
        continue;
      }
      if (c == '[' || c == ']' || c == '&' || c == '^') {
        out.append('\\');
      }
      out.append(c);
      at++;
    }
    if (at < source.length()) {
      out.append(']');
      at++;
    }
  }

  private void group() {
    if (source.startsWith("(?P=", at)) {
      int close = source.indexOf(')', at);
      String name = source.substring(at + 4, Math.max(close, at + 4));
      out.append("\\k<").append(javaName(names.getOrDefault(name, 0))).append('>');
      at = close < 0 ? source.length() : close + 1;
      return;
    }
    int open =
        source.startsWith("(?P<", at)
            ? at + 4
            : source.startsWith("(?<", at) && !isLookBehind() ? at + 3 : -1;
    int close = open < 0 ? -1 : source.indexOf('>', open);
    if (close > 0) {
      names.put(source.substring(open, close), ++groups);
      out.append("(?<").append(javaName(groups)).append('>');
      at = close + 1;
      return;
    }
    if (!source.startsWith("(?", at)) {
      groups++;
    }
    out.append('(');
    at++;
  }

  private boolean isLookBehind() {
    return source.startsWith("(?<=", at) || source.startsWith("(?<!", at);
  }

  /** A name that Java takes; Python's may hold underscores. */
  private static String javaName(int group) {
    return "g" + group;
  }

  /** A brace that is no quantifier stands for itself. */
  private void braces() {
    int close = source.indexOf('}', at);
    String inside = close < 0 ? "" : source.substring(at + 1, close);
    if (inside.matches("[0-9]+(,[0-9]*)?|,[0-9]+")) {
      out.append('{').append(inside.startsWith(",") ? "0" + inside : inside).append('}');
      at = close + 1;
    } else {
      out.append("\\{");
      at++;
    }
  }
}
