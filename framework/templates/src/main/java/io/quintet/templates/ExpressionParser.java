package io.quintet.templates;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads {@code operand|filter:argument|filter}, in one pass. */
final class ExpressionParser {
  private final String source;
  private final FilterTable filters;
  private int at;

  /** Finds filters by name. */
  interface FilterTable {
    Filter find(String name);
  }

  ExpressionParser(String source, FilterTable filters) {
    this.source = source;
    this.filters = filters;
  }

  FilterExpression parse() {
    int end = operandEnd(0);
    if (end < 0) {
      throw withoutOperand();
    }
    Operand operand = Operand.parse(source.substring(0, end));
    at = end;
    List<FilterExpression.Applied> applied = new ArrayList<>();
    while (at < source.length()) {
      int name = filterName(at);
      if (name < 0) {
        throw unreadable();
      }
      applied.add(filter(name));
    }
    return new FilterExpression(source, operand, List.copyOf(applied));
  }

  private FilterExpression.Applied filter(int nameStart) {
    int nameEnd = wordEnd(nameStart);
    String name = source.substring(nameStart, nameEnd);
    at = nameEnd;
    Operand argument = null;
    if (nameEnd < source.length() && source.charAt(nameEnd) == ':') {
      int end = operandEnd(nameEnd + 1);
      if (end >= 0) {
        argument = Operand.parse(source.substring(nameEnd + 1, end));
        at = end;
      }
    }
    Filter filter = filters.find(name);
    filter.check(argument != null);
    return new FilterExpression.Applied(filter, argument);
  }

  private int filterName(int start) {
    int i = skipSpace(start);
    if (i >= source.length() || source.charAt(i) != '|') {
      return -1;
    }
    i = skipSpace(i + 1);
    return wordEnd(i) > i ? i : -1;
  }

  private TemplateSyntaxError withoutOperand() {
    int next = nextFilter(0);
    if (next == 0) {
      return new TemplateSyntaxError("Could not find variable at start of " + source + ".");
    }
    return next > 0 ? skipped(0, next) : remainder(0);
  }

  private TemplateSyntaxError unreadable() {
    int next = nextFilter(at);
    return next > 0 ? skipped(at, next) : remainder(at);
  }

  private TemplateSyntaxError skipped(int from, int to) {
    return new TemplateSyntaxError(
        "Could not parse some characters: "
            + source.substring(0, from)
            + "|"
            + source.substring(from, to)
            + "|"
            + source.substring(to));
  }

  private TemplateSyntaxError remainder(int from) {
    return new TemplateSyntaxError(
        "Could not parse the remainder: '" + source.substring(from) + "' from '" + source + "'");
  }

  /** Where the next readable filter starts, the space before it included; -1 if there is none. */
  private int nextFilter(int from) {
    for (int i = source.indexOf('|', from); i >= 0; i = source.indexOf('|', i + 1)) {
      int start = i;
      while (start > from && isSpace(source.charAt(start - 1))) {
        start--;
      }
      if (filterName(i) >= 0) {
        return start;
      }
    }
    return -1;
  }

  /** The end of a literal or variable, or -1 if none starts here. */
  private int operandEnd(int start) {
    if (start >= source.length()) {
      return -1;
    }
    int quoted = quotedEnd(start);
    if (quoted > 0) {
      return quoted;
    }
    int i = start;
    while (i < source.length() && (isWord(source.charAt(i)) || source.charAt(i) == '.')) {
      i++;
    }
    return i > start ? i : numberEnd(start);
  }

  private int quotedEnd(int start) {
    boolean marked = source.startsWith("_(", start);
    int open = marked ? start + 2 : start;
    if (open >= source.length() || source.charAt(open) != '"' && source.charAt(open) != '\'') {
      return -1;
    }
    for (int i = open + 1; i < source.length(); i++) {
      char c = source.charAt(i);
      if (c == '\\') {
        i++;
      } else if (c == source.charAt(open)) {
        return !marked
            ? i + 1
            : i + 1 < source.length() && source.charAt(i + 1) == ')' ? i + 2 : -1;
      }
    }
    return -1;
  }

  private int numberEnd(int start) {
    int i = start;
    if (source.charAt(i) == '-' || source.charAt(i) == '+') {
      i++;
    }
    if (i >= source.length() || !Character.isDigit(source.charAt(i))) {
      return -1;
    }
    while (i < source.length()
        && (Character.isDigit(source.charAt(i))
            || source.charAt(i) == '.'
            || source.charAt(i) == 'e')) {
      i++;
    }
    return i;
  }

  private int wordEnd(int start) {
    int i = start;
    while (i < source.length() && isWord(source.charAt(i))) {
      i++;
    }
    return i;
  }

  private int skipSpace(int start) {
    int i = start;
    while (i < source.length() && isSpace(source.charAt(i))) {
      i++;
    }
    return i;
  }

  private static boolean isSpace(char c) {
    return Character.isWhitespace(c) || c == '\u00a0';
  }

  static boolean isWord(char c) {
    return c == '_'
        || Character.isLetterOrDigit(c)
        || Character.isSurrogate(c)
        || Character.getType(c) == Character.LETTER_NUMBER
        || Character.getType(c) == Character.OTHER_NUMBER;
  }

  static @Nullable String firstWord(String text) {
    int end = 0;
    while (end < text.length() && !isSpace(text.charAt(end))) {
      end++;
    }
    return end == 0 ? null : text.substring(0, end);
  }
}
