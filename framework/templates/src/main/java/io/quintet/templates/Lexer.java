package io.quintet.templates;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a source into tokens, in one pass: a tag opens and closes on one line, unless the engine
 * allows more.
 */
final class Lexer {
  private static final String[] CLOSINGS = {"%}", "}}", "#}"};

  private final String source;
  private final boolean manyLines;
  private final List<Token> tokens = new ArrayList<>();
  private final int[] nextClosing = {-1, -1, -1};
  private int nextNewline = -1;
  private int line = 1;
  private int lineStart;
  private @Nullable String verbatimEnd;

  /** With {@code manyLines}, a tag may go over several lines. */
  Lexer(String source, boolean manyLines) {
    this.source = source;
    this.manyLines = manyLines;
  }

  List<Token> tokens() {
    int textStart = 0;
    int i = 0;
    while (i < source.length()) {
      int open = source.indexOf('{', i);
      if (open < 0 || open + 1 >= source.length()) {
        break;
      }
      int end = tagEnd(open);
      if (end < 0) {
        i = open + 1;
        continue;
      }
      text(textStart, open);
      tag(open, end);
      i = end;
      textStart = end;
    }
    text(textStart, source.length());
    return tokens;
  }

  private int tagEnd(int open) {
    int kind = "%{#".indexOf(source.charAt(open + 1));
    if (kind < 0) {
      return -1;
    }
    if (nextClosing[kind] < open + 2) {
      int found = source.indexOf(CLOSINGS[kind], open + 2);
      nextClosing[kind] = found < 0 ? Integer.MAX_VALUE - 2 : found;
    }
    if (manyLines) {
      nextNewline = Integer.MAX_VALUE;
    } else if (nextNewline < open) {
      int found = source.indexOf('\n', open);
      nextNewline = found < 0 ? Integer.MAX_VALUE : found;
    }
    return nextClosing[kind] < nextNewline && nextClosing[kind] < source.length()
        ? nextClosing[kind] + 2
        : -1;
  }

  private void tag(int start, int end) {
    String contents = source.substring(start + 2, end - 2).strip();
    char type = source.charAt(start + 1);
    if (type == '%') {
      if (verbatimEnd != null) {
        if (!contents.equals(verbatimEnd)) {
          text(start, end);
          return;
        }
        verbatimEnd = null;
      } else if (contents.equals("verbatim") || contents.startsWith("verbatim ")) {
        verbatimEnd = "end" + contents;
      }
      add(Token.Kind.BLOCK, contents, start);
    } else if (verbatimEnd != null) {
      text(start, end);
      return;
    } else {
      add(type == '{' ? Token.Kind.VARIABLE : Token.Kind.COMMENT, contents, start);
    }
    if (manyLines) {
      count(start, end);
    }
  }

  private void text(int start, int end) {
    if (start == end) {
      return;
    }
    add(Token.Kind.TEXT, source.substring(start, end), start);
    count(start, end);
  }

  private void count(int start, int end) {
    for (int i = source.indexOf('\n', start, end); i >= 0; i = source.indexOf('\n', i + 1, end)) {
      line++;
      lineStart = i + 1;
    }
  }

  private void add(Token.Kind kind, String contents, int start) {
    tokens.add(new Token(kind, contents, line, start - lineStart + 1));
  }
}
