package io.quintet.processor.template;

import io.quintet.core.text.Nearest;
import io.quintet.core.text.SafeString;
import io.quintet.templates.Engine;
import io.quintet.templates.Position;
import io.quintet.templates.Template;
import io.quintet.templates.TemplateDoesNotExist;
import io.quintet.templates.TemplateException;
import io.quintet.templates.syntax.Syntax;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Loads templates with those that they extend. */
final class Chains {
  private final Engine engine;
  private final Sources sources;
  private final Problems problems;
  private final Map<String, String> used = new LinkedHashMap<>();

  /**
   * A template with its ancestors.
   *
   * @param extend where the template extends another, null if it does not
   * @param texts what stands before the extends of each
   * @param root the pieces of the last ancestor
   * @param blocks for each name the blocks, the descendant's first
   */
  record Chain(
      Position extend,
      List<Syntax.Text> texts,
      String rootName,
      List<Syntax> root,
      Map<String, List<Owned>> blocks) {}

  /** A block with the template that it stands in. */
  record Owned(String template, Syntax.Block block) {}

  Chains(Engine engine, Sources sources, Problems problems) {
    this.engine = engine;
    this.sources = sources;
    this.problems = problems;
  }

  /** Names and texts of the templates that were loaded. */
  Map<String, String> used() {
    return used;
  }

  /** The chain of a template, or null after an error. */
  Chain load(String name, Position from) {
    List<Syntax.Text> texts = new ArrayList<>();
    Map<String, List<Owned>> blocks = new LinkedHashMap<>();
    List<Syntax.Extends> above = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    String next = name;
    Position asked = from;
    while (true) {
      if (!seen.add(next)) {
        problem(asked, "'" + next + "' extends itself in the end.");
        return null;
      }
      Template template = template(next, asked);
      if (template == null) {
        return null;
      }
      List<Syntax> pieces = template.syntax();
      Syntax.Extends parent = parent(pieces, texts);
      List<Syntax.Block> own = parent == null ? blocksOf(pieces) : parent.blocks();
      for (Syntax.Block block : own) {
        blocks.computeIfAbsent(block.name(), key -> new ArrayList<>()).add(new Owned(next, block));
      }
      if (parent == null) {
        checkBlocks(above, own);
        Position extend = above.isEmpty() ? null : above.getFirst().position();
        return new Chain(extend, texts, next, pieces, blocks);
      }
      above.add(parent);
      if (!(parent.parent().literal() instanceof SafeString literal)) {
        problem(
            parent.position(),
            "the parent of a strict template is written out, as in {% extends \"base.html\" %}: "
                + "what a variable holds is not known when the project compiles.");
        return null;
      }
      next = literal.value();
      asked = parent.position();
    }
  }

  private static Syntax.Extends parent(List<Syntax> pieces, List<Syntax.Text> texts) {
    List<Syntax.Text> before = new ArrayList<>();
    for (Syntax piece : pieces) {
      if (piece instanceof Syntax.Extends found) {
        texts.addAll(before);
        return found;
      }
      if (!(piece instanceof Syntax.Text text)) {
        return null;
      }
      before.add(text);
    }
    return null;
  }

  /** A block of a descendant must be one of an ancestor, or stand inside another block. */
  private void checkBlocks(List<Syntax.Extends> above, List<Syntax.Block> root) {
    Set<String> known = new TreeSet<>();
    root.forEach(block -> known.add(block.name()));
    for (Syntax.Extends child : above.reversed()) {
      Set<Syntax.Block> nested = new HashSet<>();
      child.blocks().forEach(block -> nested.addAll(blocksOf(block.body())));
      for (Syntax.Block block : child.blocks()) {
        if (!nested.contains(block) && !known.contains(block.name())) {
          problem(
              block.position(),
              "unknown block '"
                  + block.name()
                  + "'"
                  + Nearest.suggestion(block.name(), known)
                  + ". "
                  + child.parent().source()
                  + " has: "
                  + String.join(", ", known)
                  + ".");
        }
      }
      child.blocks().forEach(block -> known.add(block.name()));
    }
  }

  private static List<Syntax.Block> blocksOf(List<Syntax> pieces) {
    List<Syntax.Block> found = new ArrayList<>();
    for (Syntax piece : pieces) {
      switch (piece) {
        case Syntax.Block block -> {
          found.add(block);
          found.addAll(blocksOf(block.body()));
        }
        case Syntax.If node -> node.branches().forEach(b -> found.addAll(blocksOf(b.body())));
        case Syntax.For node -> {
          found.addAll(blocksOf(node.body()));
          found.addAll(blocksOf(node.empty()));
        }
        case Syntax.With node -> found.addAll(blocksOf(node.body()));
        case Syntax.Autoescape node -> found.addAll(blocksOf(node.body()));
        case Syntax.Component node -> found.addAll(blocksOf(node.body()));
        case Syntax.Fill node -> found.addAll(blocksOf(node.body()));
        case Syntax.Slot node -> found.addAll(blocksOf(node.body()));
        case Syntax.Tag node -> node.bodies().forEach(body -> found.addAll(blocksOf(body)));
        default -> {}
      }
    }
    return found;
  }

  private Template template(String name, Position from) {
    try {
      Template template = engine.template(name);
      used.put(name, template.source());
      return template;
    } catch (TemplateDoesNotExist missing) {
      Set<String> names = sources.names();
      String shown = names.size() > 30 ? "" : " There are: " + String.join(", ", names) + ".";
      problem(
          from,
          "unknown template '"
              + missing.name()
              + "'"
              + Nearest.suggestion(missing.name(), names)
              + ", looked for in "
              + sources.describe()
              + "."
              + shown);
      return null;
    } catch (TemplateException e) {
      problems.add(e.getMessage() + e.hint());
      return null;
    }
  }

  private void problem(Position from, String message) {
    if (from == null) {
      problems.add(message);
    } else {
      problems.add(from, message);
    }
  }
}
