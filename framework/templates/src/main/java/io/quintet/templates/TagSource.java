package io.quintet.templates;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A use of a tag while it is compiled: its words, and the parser that reads its body. */
public final class TagSource {
  private final Parser parser;
  private final Token token;
  private final List<String> bits;
  private Token end;

  TagSource(Parser parser, Token token) {
    this.parser = parser;
    this.token = token;
    this.bits = token.bits();
    this.end = token;
  }

  /** The tag's name as the template has it. */
  public String name() {
    return bits.getFirst();
  }

  /** All words between the braces, the name first; quoted phrases stay whole. */
  public List<String> bits() {
    return Collections.unmodifiableList(bits);
  }

  /** The words after the name. */
  public List<String> arguments() {
    return Collections.unmodifiableList(bits.subList(1, bits.size()));
  }

  /** Everything between the braces, untouched. */
  public String contents() {
    return token.contents();
  }

  /** Where the tag stands. */
  public Position position() {
    return token.position(parser.name());
  }

  /** Compiles a word into an expression. */
  public Expression expression(String word) {
    return parser.expression(word);
  }

  /** Reads up to the first of these end tags, which is taken off. */
  public Body body(String... ends) {
    return new Body(nodes(ends));
  }

  NodeList nodes(String... ends) {
    NodeList nodes = parser.parse(List.of(ends));
    end = parser.next();
    parser.body(nodes);
    return nodes;
  }

  /** What ended the last body, as the template has it. */
  public String endTag() {
    return end.contents();
  }

  /** The words of what ended the last body. */
  List<String> endBits() {
    return end.bits();
  }

  int endLine() {
    return end.line();
  }

  /**
   * A run of text or a variable, for tags that read their body themselves.
   *
   * @param text the text, or what stands between the braces of the variable
   * @param isVariable whether it is a variable
   */
  public record Piece(String text, boolean isVariable) {}

  /**
   * Reads text and variables up to the next block tag or comment, which becomes the {@link
   * #endTag}; where the template ends first, the last token does.
   */
  public List<Piece> pieces() {
    List<Piece> pieces = new ArrayList<>();
    end = token;
    while (true) {
      Token next = parser.nextOrNull();
      if (next == null) {
        return pieces;
      }
      end = next;
      if (next.kind() != Token.Kind.TEXT && next.kind() != Token.Kind.VARIABLE) {
        return pieces;
      }
      pieces.add(new Piece(next.contents(), next.kind() == Token.Kind.VARIABLE));
    }
  }

  /** Passes over everything up to the end tag, without compiling it. */
  void skipTo(String end) {
    parser.skipTo(end);
  }

  Parser parser() {
    return parser;
  }

  Token token() {
    return token;
  }

  /**
   * Takes the leading {@code name=expression} words off a list.
   *
   * @param words the words, changed by this method
   * @param legacy whether {@code expression as name and ...} is understood too
   */
  public Map<String, Expression> keywords(List<String> words, boolean legacy) {
    Map<String, Expression> found = new LinkedHashMap<>();
    if (words.isEmpty()) {
      return found;
    }
    boolean equals = equalsAt(words.getFirst()) > 0;
    if (!equals && !legacy) {
      return found;
    }
    while (!words.isEmpty()) {
      String first = words.getFirst();
      if (equals) {
        int at = equalsAt(first);
        if (at <= 0) {
          return found;
        }
        words.removeFirst();
        found.put(first.substring(0, at), expression(first.substring(at + 1)));
      } else {
        if (words.size() < 3 || !words.get(1).equals("as")) {
          return found;
        }
        String name = words.get(2);
        words.subList(0, 3).clear();
        found.put(name, expression(first));
        if (!words.isEmpty()) {
          if (!words.getFirst().equals("and")) {
            return found;
          }
          words.removeFirst();
        }
      }
    }
    return found;
  }

  /** Where {@code =} stands in {@code name=value}, or -1. */
  static int equalsAt(String word) {
    int i = 0;
    while (i < word.length() && ExpressionParser.isWord(word.charAt(i))) {
      i++;
    }
    return i > 0 && i + 1 < word.length() && word.charAt(i) == '=' ? i : -1;
  }

  /** Compiles each word into an expression. */
  public List<Expression> expressions(List<String> words) {
    List<Expression> expressions = new ArrayList<>();
    words.forEach(word -> expressions.add(expression(word)));
    return expressions;
  }

  /** The words before {@code as name} at the end, or all of them. */
  static List<String> before(List<String> words, @Nullable String target) {
    return target == null ? words : words.subList(0, words.size() - 2);
  }

  /** The name after {@code as} at the end of the words, or null. */
  static @Nullable String target(List<String> words) {
    int size = words.size();
    return size >= 2 && words.get(size - 2).equals("as") ? words.get(size - 1) : null;
  }

  /** An error at this tag. */
  public TemplateSyntaxError error(String reason) {
    return new TemplateSyntaxError(reason, position());
  }
}
