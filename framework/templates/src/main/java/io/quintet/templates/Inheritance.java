package io.quintet.templates;

import io.quintet.core.text.SafeString;
import io.quintet.templates.values.PythonText;
import io.quintet.templates.values.Values;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Renders {@code {% extends %}} and {@code {% block %}}. */
final class Inheritance {
  private Inheritance() {}

  static void render(Node.Extends node, Context context, Output output) {
    RenderState state = context.state();
    Template parent = parent(node, context);
    Blocks blocks = state.blocksOrNew();
    blocks.add(node.blocks());
    if (!parent.nodes().startsWithExtends()) {
      blocks.add(parent.blocks());
    }
    Template before = state.replaceTemplate(parent);
    state.descend();
    try {
      Renderer.render(parent.nodes(), context, output);
    } finally {
      state.ascend();
      state.replaceTemplate(before);
    }
  }

  private static Template parent(Node.Extends node, Context context) {
    Object parent = node.parent().resolve(context);
    if (!Values.truth(parent)) {
      String reason = "Invalid template name in 'extends' tag: " + PythonText.repr(parent) + ".";
      if (node.parent().isVariable() || !node.parent().filters().isEmpty()) {
        reason += " Got this from the '" + node.parent().source() + "' variable.";
      }
      throw new TemplateSyntaxError(reason);
    }
    if (parent instanceof Template template) {
      return template;
    }
    List<String> origins = context.state().origins();
    if (origins.isEmpty()) {
      origins.add(node.origin());
    }
    Template template = context.engine().find(context.text(parent), origins);
    origins.add(template.origin());
    return template;
  }

  static void render(Node.Block node, Context context, Output output) {
    Blocks blocks = context.state().blocks();
    context.push();
    try {
      if (blocks == null) {
        context.set("block", new BlockValue(node, null));
        Renderer.render(node.body(), context, output);
        return;
      }
      Node.Block found = blocks.pop(node.name());
      Node.Block block = found == null ? node : found;
      context.set("block", new BlockValue(block, context));
      Renderer.render(block.body(), context, output);
      if (found != null) {
        blocks.push(found);
      }
    } finally {
      context.pop();
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
      Inheritance.render(block, context, buffer);
      return SafeString.of(buffer.toString());
    }

    @Override
    public String toString() {
      return "<Block Node: " + block.name() + ">";
    }
  }
}
