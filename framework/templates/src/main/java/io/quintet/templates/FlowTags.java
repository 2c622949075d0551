package io.quintet.templates;

import java.util.ArrayList;
import java.util.List;

/** {@code if}, {@code for} and {@code ifchanged}. */
final class FlowTags {
  private FlowTags() {}

  static Node ifTag(TagSource tag) {
    List<Node.Branch> branches = new ArrayList<>();
    Condition condition = new ConditionParser(tag, tag.arguments()).parse();
    branches.add(new Node.Branch(condition, tag.nodes("elif", "else", "endif")));
    while (tag.endTag().startsWith("elif")) {
      List<String> bits = tag.endBits();
      Condition next = new ConditionParser(tag, bits.subList(1, bits.size())).parse();
      branches.add(new Node.Branch(next, tag.nodes("elif", "else", "endif")));
    }
    if (tag.endTag().equals("else")) {
      branches.add(new Node.Branch(null, tag.nodes("endif")));
    }
    if (!tag.endTag().equals("endif")) {
      throw tag.error(
          "Malformed template tag at line " + tag.endLine() + ": \"" + tag.endTag() + "\"");
    }
    return new Node.If(tag.position(), List.copyOf(branches));
  }

  static Node forLoop(TagSource tag) {
    List<String> bits = tag.bits();
    int size = bits.size();
    if (size < 4) {
      throw tag.error("'for' statements should have at least four words: " + tag.contents());
    }
    boolean reversed = bits.get(size - 1).equals("reversed");
    int in = size - (reversed ? 3 : 2);
    if (!bits.get(in).equals("in")) {
      throw tag.error("'for' statements should use the format 'for x in y': " + tag.contents());
    }
    List<String> names = new ArrayList<>();
    for (String name : String.join(" ", bits.subList(1, in)).split(",", -1)) {
      String bare = strip(name, names.isEmpty());
      if (bare.isEmpty() || bare.chars().anyMatch(c -> " \"'|".indexOf(c) >= 0)) {
        throw tag.error("'for' tag received an invalid argument: " + tag.contents());
      }
      names.add(bare.intern());
    }
    FilterExpression sequence = tag.parser().expression(bits.get(in + 1));
    NodeList body = tag.nodes("empty", "endfor");
    NodeList empty = tag.endTag().equals("empty") ? tag.nodes("endfor") : NodeList.EMPTY;
    return new Node.For(tag.position(), List.copyOf(names), sequence, reversed, body, empty);
  }

  private static String strip(String name, boolean first) {
    return first ? name.stripTrailing() : name.strip();
  }

  static Node ifChanged(TagSource tag) {
    NodeList changed = tag.nodes("else", "endifchanged");
    NodeList same = tag.endTag().equals("else") ? tag.nodes("endifchanged") : NodeList.EMPTY;
    List<Expression> values = tag.expressions(tag.arguments());
    return new Node.IfChanged(tag.position(), new Object(), values, changed, same);
  }
}
