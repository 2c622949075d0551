package io.quintet.templates;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the condition of an if by the binding power of its operators. */
final class ConditionParser {
  private static final int NOT_POWER = 8;
  private static final Map<String, Condition.Operator> OPERATORS = new HashMap<>();

  static {
    for (Condition.Operator operator : Condition.Operator.values()) {
      OPERATORS.put(operator.text(), operator);
    }
  }

  private static final int MOST_WORDS = 1_000;
  private final TagSource tag;
  private final List<String> words;
  private int at;

  ConditionParser(TagSource tag, List<String> bits) {
    this.tag = tag;
    this.words = joined(bits);
  }

  private static List<String> joined(List<String> bits) {
    List<String> words = new ArrayList<>();
    for (int i = 0; i < bits.size(); i++) {
      String bit = bits.get(i);
      String next = i + 1 < bits.size() ? bits.get(i + 1) : "";
      if (bit.equals("is") && next.equals("not") || bit.equals("not") && next.equals("in")) {
        words.add(bit + " " + next);
        i++;
      } else {
        words.add(bit);
      }
    }
    return words;
  }

  Condition parse() {
    if (words.size() > MOST_WORDS) {
      throw tag.error(
          "A condition of more than "
              + MOST_WORDS
              + " words in if tag: give its parts names with {% with %}.");
    }
    List<Object> compiled = new ArrayList<>();
    for (String word : words) {
      compiled.add(
          word.equals("not") || OPERATORS.containsKey(word)
              ? word
              : new Condition.Value(tag.expression(word)));
    }
    values = compiled;
    Condition condition = expression(0);
    if (at < words.size()) {
      throw tag.error("Unused '" + words.get(at) + "' at end of if expression.");
    }
    return condition;
  }

  private List<Object> values = List.of();

  private Condition expression(int power) {
    Condition left = first();
    while (at < words.size() && power(words.get(at)) > power) {
      left = operation(left);
    }
    return left;
  }

  private Condition first() {
    if (at >= words.size()) {
      throw tag.error("Unexpected end of expression in if tag.");
    }
    Object word = values.get(at++);
    if (word instanceof Condition.Value value) {
      return value;
    }
    if (word.equals("not")) {
      return new Condition.Not(expression(NOT_POWER));
    }
    throw tag.error("Not expecting '" + word + "' in this position in if tag.");
  }

  private Condition operation(Condition left) {
    String word = words.get(at++);
    Condition.Operator operator = OPERATORS.get(word);
    if (operator == null) {
      throw tag.error("Not expecting '" + word + "' as infix operator in if tag.");
    }
    return new Condition.Operation(operator, left, expression(operator.power()));
  }

  private static int power(String word) {
    Condition.@Nullable Operator operator = OPERATORS.get(word);
    return operator != null ? operator.power() : word.equals("not") ? NOT_POWER : 0;
  }
}
