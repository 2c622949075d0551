package io.quintet.core.i18n.po;

import java.util.function.LongUnaryOperator;

/** The rule by which a language chooses a form for a number: an expression of C over {@code n}. */
final class PluralRule {
  private static final String FIELD = "Plural-Forms:";
  private static final int LONGEST = 1000;
  private static final int DEEPEST = 50;
  private static final String[][] LEVELS = {
    {"||"}, {"&&"}, {"==", "!="}, {"<=", ">=", "<", ">"}, {"+", "-"}, {"*", "/", "%"}
  };

  static final PluralRule ENGLISH = parse("n != 1");

  private final String source;
  private final LongUnaryOperator value;
  private int at;
  private int depth;

  private PluralRule(String source) {
    this.source = source;
    this.value = choice();
    skip();
    if (at < source.length()) {
      throw wrong();
    }
  }

  /**
   * Reads an expression such as {@code n%10==1 && n%100!=11 ? 0 : 1}.
   *
   * @throws IllegalArgumentException if it is none
   */
  static PluralRule parse(String source) {
    if (source.length() > LONGEST) {
      throw new IllegalArgumentException("the rule of plurals is longer than " + LONGEST);
    }
    return new PluralRule(source);
  }

  /** The rule in the head of a catalogue; that of English if it has none. */
  static PluralRule ofHead(String head) {
    int at = head.indexOf(FIELD);
    int rule = at < 0 ? -1 : head.indexOf("plural=", at + FIELD.length());
    if (rule < 0) {
      return ENGLISH;
    }
    int end = head.indexOf(';', rule);
    int newLine = head.indexOf('\n', rule);
    int stop = end >= 0 ? end : newLine >= 0 ? newLine : head.length();
    return parse(head.substring(rule + "plural=".length(), stop));
  }

  /** How many forms the head of a catalogue speaks of, 2 if of none. */
  static int forms(String head) {
    int at = head.indexOf("nplurals=");
    int digit = at < 0 ? -1 : at + "nplurals=".length();
    return digit >= 0
            && digit < head.length()
            && head.charAt(digit) >= '1'
            && head.charAt(digit) <= '9'
        ? head.charAt(digit) - '0'
        : 2;
  }

  /** The number of the form, from 0. */
  int form(long number) {
    return (int) Math.clamp(value.applyAsLong(Math.abs(number)), 0, 100);
  }

  private IllegalArgumentException wrong() {
    return new IllegalArgumentException(
        "the rule of plurals '" + source + "' cannot be read at character " + (at + 1));
  }

  private void skip() {
    while (at < source.length() && Character.isWhitespace(source.charAt(at))) {
      at++;
    }
  }

  private boolean take(String token) {
    skip();
    if (source.startsWith(token, at)) {
      at += token.length();
      return true;
    }
    return false;
  }

  private LongUnaryOperator choice() {
    if (++depth > DEEPEST) {
      throw wrong();
    }
    LongUnaryOperator condition = binary(0);
    LongUnaryOperator result = condition;
    if (take("?")) {
      LongUnaryOperator yes = choice();
      if (!take(":")) {
        throw wrong();
      }
      LongUnaryOperator no = choice();
      result = n -> condition.applyAsLong(n) != 0 ? yes.applyAsLong(n) : no.applyAsLong(n);
    }
    depth--;
    return result;
  }

  private LongUnaryOperator binary(int level) {
    if (level == LEVELS.length) {
      return unary();
    }
    LongUnaryOperator left = binary(level + 1);
    while (true) {
      String operator = operator(level);
      if (operator.isEmpty()) {
        return left;
      }
      LongUnaryOperator a = left;
      LongUnaryOperator b = binary(level + 1);
      left = n -> apply(operator, a.applyAsLong(n), b.applyAsLong(n));
    }
  }

  private String operator(int level) {
    for (String operator : LEVELS[level]) {
      if (take(operator)) {
        return operator;
      }
    }
    return "";
  }

  private static long apply(String operator, long a, long b) {
    return switch (operator) {
      case "||" -> a != 0 || b != 0 ? 1 : 0;
      case "&&" -> a != 0 && b != 0 ? 1 : 0;
      case "==" -> a == b ? 1 : 0;
      case "!=" -> a != b ? 1 : 0;
      case "<=" -> a <= b ? 1 : 0;
      case ">=" -> a >= b ? 1 : 0;
      case "<" -> a < b ? 1 : 0;
      case ">" -> a > b ? 1 : 0;
      case "+" -> a + b;
      case "-" -> a - b;
      case "*" -> a * b;
      case "/" -> b == 0 ? 0 : a / b;
      default -> b == 0 ? 0 : a % b;
    };
  }

  private LongUnaryOperator unary() {
    skip();
    if (take("!")) {
      if (++depth > DEEPEST) {
        throw wrong();
      }
      LongUnaryOperator operand = unary();
      depth--;
      return n -> operand.applyAsLong(n) == 0 ? 1 : 0;
    }
    if (take("(")) {
      LongUnaryOperator inner = choice();
      if (!take(")")) {
        throw wrong();
      }
      return inner;
    }
    if (take("n")) {
      return n -> n;
    }
    int start = at;
    while (at < source.length() && source.charAt(at) >= '0' && source.charAt(at) <= '9') {
      at++;
    }
    if (at == start || at - start > 9) {
      throw wrong();
    }
    long number = Long.parseLong(source, start, at, 10);
    return n -> number;
  }
}
