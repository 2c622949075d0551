package io.quintet.templates;

import io.quintet.core.text.SafeString;
import io.quintet.templates.values.PythonText;
import io.quintet.templates.values.Values;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Renders {@code {% extends %}} and {@code {% block %}}. */
final class Inheritance {
  private Inheritance() {}

  /** Templates that extend each other, from the first parent to the root. */
  private record Chain(List<Template> templates, Blocks.Table blocks, boolean isFixed) {}

  /** What a node remembers of a chain that cannot change. */
  static final class Memo {
    private @Nullable Chain chain;
  }

  static void render(Node.Extends node, Context context, Output output) {
    Chain chain = node.memo().chain;
    if (chain == null) {
      chain = chain(node, context);
      if (chain.isFixed()) {
        node.memo().chain = chain;
      }
    }
    context.state().blocks(new Blocks(chain.blocks()));
    context.state().descend();
    try {
      for (Template template : chain.templates()) {
        template.nodes().renderBeforeExtends(context, output);
      }
    } finally {
      context.state().ascend();
    }
  }

  private static Chain chain(Node.Extends node, Context context) {
    Blocks.Table blocks = new Blocks.Table();
    blocks.add(node.blocks());
    List<Template> templates = new ArrayList<>();
    List<String> origins = new ArrayList<>();
    origins.add(node.origin());
    boolean fixed = !context.engine().reloads();
    Node.Extends at = node;
    while (true) {
      Template parent;
      try {
        parent = parent(at, origins, context);
      } catch (RuntimeException e) {
        throw Renderer.located(e, at.position());
      }
      RenderState.checkDepth(templates.size(), parent);
      templates.add(parent);
      fixed &= at.parent().isFixed();
      Node.Extends next = parent.nodes().extendsNode();
      if (next == null) {
        blocks.add(parent.blocks());
        return new Chain(templates, blocks, fixed);
      }
      blocks.add(next.blocks());
      at = next;
    }
  }

  private static Template parent(Node.Extends node, List<String> origins, Context context) {
    Object parent = node.parent().resolve(context);
    if (!Values.truth(parent)) {
      String reason = "Invalid template name in 'extends' tag: " + PythonText.repr(parent) + ".";
      if (!node.parent().isText() || !node.parent().filters().isEmpty()) {
        reason += " Got this from the '" + node.parent().source() + "' variable.";
      }
      throw new TemplateSyntaxError(reason);
    }
    if (parent instanceof Template template) {
      return template;
    }
    Template template = context.engine().find(context.text(parent), origins);
    origins.add(template.origin());
    return template;
  }

  static void render(Node.Block node, Context context, Output output) {
    Blocks blocks = context.state().blocks();
    Scopes scopes = context.scopes();
    scopes.push();
    try {
      if (blocks == null) {
        scopes.set("block", new BlockValue(node, null));
        Renderer.render(node.body(), context, output);
        return;
      }
      Node.Block found = blocks.pop(node.name());
      Node.Block block = found == null ? node : found;
      scopes.set("block", new BlockValue(block, context));
      try {
        Renderer.render(block.body(), context, output);
      } finally {
        if (found != null) {
          blocks.push(found);
        }
      }
    } finally {
      scopes.pop();
    }
  }

  /** The {@code block} of a template: {@code block.super} renders the parent's. */
  private record BlockValue(Node.Block block, @Nullable Context context) implements TemplateObject {
    @Override
    public @Nullable Object property(String name) {
      return switch (name) {
        case "name" -> block.name();
        case "super" -> parent();
        default -> ABSENT;
      };
    }

    /** A parent whose filters lack an argument is like a variable that there is not. */
    private Object parent() {
      if (context == null) {
        throw new TemplateSyntaxError(
            "'BlockNode' object has no attribute 'context'. Did you use {{ block.super }} in a base template?");
      }
      Blocks blocks = context.state().blocks();
      if (blocks == null || !blocks.has(block.name())) {
        return "";
      }
      Output buffer = Output.buffer();
      try {
        Inheritance.render(block, context, buffer);
      } catch (TemplateRenderError e) {
        if (e.getCause() instanceof VariableDoesNotExist) {
          return ABSENT;
        }
        throw e;
      }
      return SafeString.of(buffer.toString());
    }

    @Override
    public String toString() {
      return "<Block Node: " + block.name() + ">";
    }
  }
}
