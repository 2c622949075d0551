package io.quintet.templates;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** {@code extends}, {@code block}, {@code include}, {@code partialdef} and {@code partial}. */
final class InheritanceTags {
  private InheritanceTags() {}

  static Node block(TagSource tag) {
    List<String> bits = CoreTags.plainWords(tag);
    if (bits.size() != 2) {
      throw tag.error("'" + tag.name() + "' tag takes only one argument");
    }
    String name = bits.get(1);
    if (!tag.parser().claimBlock(name)) {
      throw tag.error("'" + tag.name() + "' tag with name '" + name + "' appears more than once");
    }
    NodeList body = tag.nodes("endblock");
    if (!tag.endTag().equals("endblock") && !tag.endTag().equals("endblock " + name)) {
      throw tag.error(
          "Invalid block tag on line "
              + tag.endLine()
              + ": 'endblock', expected 'endblock' or 'endblock "
              + name
              + "'. Did you forget to register or load this tag?");
    }
    Node.Block block = new Node.Block(tag.position(), name, body);
    tag.parser().blocks().add(block);
    return block;
  }

  static Node extend(TagSource tag) {
    if (tag.bits().size() != 2) {
      throw tag.error("'" + tag.name() + "' takes one argument");
    }
    String parent = RelativeNames.resolve(tag.parser().name(), tag.bits().get(1), false);
    FilterExpression expression = tag.parser().expression(parent);
    NodeList rest = tag.parser().parse();
    for (Node node : rest.nodes()) {
      if (node instanceof Node.Extends) {
        throw tag.error("'" + tag.name() + "' cannot appear more than once in the same template");
      }
    }
    return new Node.Extends(
        tag.position(),
        expression,
        List.copyOf(tag.parser().blocks()),
        tag.parser().origin(),
        new Inheritance.Memo());
  }

  static Node include(TagSource tag) {
    if (tag.bits().size() < 2) {
      throw tag.error(
          "'"
              + tag.name()
              + "' tag takes at least one argument: the name of the template to be included.");
    }
    List<String> words = new ArrayList<>(tag.bits().subList(2, tag.bits().size()));
    Set<String> seen = new HashSet<>();
    Map<String, Expression> names = Map.of();
    while (!words.isEmpty()) {
      String option = words.removeFirst();
      if (!seen.add(option)) {
        throw tag.error("The '" + option + "' option was specified more than once.");
      }
      if (option.equals("with")) {
        names = tag.keywords(words, false);
        if (names.isEmpty()) {
          throw tag.error(
              "\"with\" in '" + tag.name() + "' tag needs at least one keyword argument.");
        }
      } else if (!option.equals("only")) {
        throw tag.error(
            "Unknown argument for '" + tag.name() + "' tag: " + CoreTags.quoted(option) + ".");
      }
    }
    String name = RelativeNames.resolve(tag.parser().name(), tag.bits().get(1), true);
    return new Node.Include(
        tag.position(),
        tag.parser().expression(name),
        names,
        seen.contains("only"),
        new IncludeRenderer.Memo());
  }

  static Node partialDef(TagSource tag) {
    List<String> bits = tag.bits();
    if (bits.size() < 2 || bits.size() > 3 || bits.size() == 3 && !bits.get(2).equals("inline")) {
      throw tag.error(
          "'partialdef' is written {% partialdef name %} or {% partialdef name inline %}, not {% "
              + tag.contents()
              + " %}.");
    }
    String name = bits.get(1);
    if (tag.parser().partials().containsKey(name)) {
      throw tag.error(
          "Partial '"
              + name
              + "' is already defined in the '"
              + tag.parser().name()
              + "' template.");
    }
    NodeList body = tag.nodes("endpartialdef");
    if (!tag.endTag().equals("endpartialdef") && !tag.endTag().equals("endpartialdef " + name)) {
      throw tag.error(
          "'{% "
              + tag.endTag()
              + " %}' does not end the partial '"
              + name
              + "': write {% endpartialdef "
              + name
              + " %}.");
    }
    Node.PartialDef partial = new Node.PartialDef(tag.position(), name, bits.size() == 3, body);
    tag.parser().partials().put(name, partial);
    return partial;
  }

  static Node partial(TagSource tag) {
    if (tag.bits().size() != 2) {
      throw tag.error("'partial' tag requires a single argument: the name of a partial.");
    }
    return new Node.Partial(tag.position(), tag.bits().get(1), tag.parser().partials());
  }
}
