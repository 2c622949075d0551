package io.quintet.templates;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The tags that are nodes of their own: flow, scopes, cycles and inheritance. */
final class CoreTags {
  private CoreTags() {}

  static Library library() {
    Library.Builder library = Library.builder();
    library
        .node("autoescape", CoreTags::autoescape)
        .node("comment", CoreTags::comment)
        .node("filter", CoreTags::filter);
    library
        .node("for", FlowTags::forLoop)
        .node("if", FlowTags::ifTag)
        .node("ifchanged", FlowTags::ifChanged);
    library.node("cycle", CycleTags::cycle).node("resetcycle", CycleTags::resetCycle);
    library
        .node("block", InheritanceTags::block)
        .node("extends", InheritanceTags::extend)
        .node("include", InheritanceTags::include);
    library
        .node("partialdef", InheritanceTags::partialDef)
        .node("partial", InheritanceTags::partial);
    library
        .node("load", CoreTags::load)
        .node("verbatim", CoreTags::verbatim)
        .node("with", CoreTags::with);
    return library.build();
  }

  private static Node autoescape(TagSource tag) {
    List<String> bits = plainWords(tag);
    if (bits.size() != 2) {
      throw tag.error("'autoescape' tag requires exactly one argument.");
    }
    if (!bits.get(1).equals("on") && !bits.get(1).equals("off")) {
      throw tag.error("'autoescape' argument should be 'on' or 'off'");
    }
    return new Node.Autoescape(
        tag.position(), bits.get(1).equals("on"), tag.nodes("endautoescape"));
  }

  private static Node comment(TagSource tag) {
    tag.skipTo("endcomment");
    return new Node.Text(tag.position(), new StaticText(""));
  }

  private static Node filter(TagSource tag) {
    int name = tag.contents().indexOf(' ');
    String rest = name < 0 ? "" : tag.contents().substring(name + 1);
    FilterExpression expression = tag.parser().expression(Node.Filtered.NAME + "|" + rest);
    for (FilterExpression.Applied applied : expression.filters()) {
      String filter = applied.filter().name();
      if (filter.equals("escape") || filter.equals("safe")) {
        throw tag.error(
            "\"filter " + filter + "\" is not permitted.  Use the \"autoescape\" tag instead.");
      }
    }
    return new Node.Filtered(tag.position(), expression, tag.nodes("endfilter"));
  }

  private static Node verbatim(TagSource tag) {
    return new Node.Text(
        tag.position(), new StaticText(Renderer.render(tag.nodes("endverbatim"), Context.empty())));
  }

  private static Node with(TagSource tag) {
    List<String> words = new ArrayList<>(tag.arguments());
    Map<String, Expression> names = tag.keywords(words, true);
    if (names.isEmpty()) {
      throw tag.error("'" + tag.name() + "' expected at least one variable assignment");
    }
    if (!words.isEmpty()) {
      throw tag.error(
          "'" + tag.name() + "' received an invalid token: " + quoted(words.getFirst()));
    }
    return new Node.With(tag.position(), names, tag.nodes("endwith"));
  }

  static String quoted(String word) {
    return io.quintet.templates.values.PythonText.quote(word);
  }

  static List<String> plainWords(TagSource tag) {
    return List.of(tag.contents().strip().split("\\s+"));
  }

  private static Node load(TagSource tag) {
    List<String> bits = plainWords(tag);
    int size = bits.size();
    if (size >= 4 && bits.get(size - 2).equals("from")) {
      String from = bits.get(size - 1);
      Library library = library(tag, from);
      for (String name : bits.subList(1, size - 2)) {
        Library part = library.only(name);
        if (part == null) {
          throw tag.error(
              "'" + name + "' is not a valid tag or filter in tag library '" + from + "'");
        }
        tag.parser().use(part);
      }
    } else {
      bits.subList(1, size).forEach(name -> tag.parser().use(library(tag, name)));
    }
    return new Node.Text(tag.position(), new StaticText(""));
  }

  private static Library library(TagSource tag, String name) {
    Map<String, Library> libraries = tag.parser().engine().libraries();
    Library library = libraries.get(name);
    if (library == null) {
      throw tag.error(
          "'"
              + name
              + "' is not a registered tag library. Must be one of:\n"
              + String.join("\n", libraries.keySet()));
    }
    return library;
  }
}
