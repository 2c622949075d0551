package io.quintet.templates;

/** Renders {@code {% partialdef %}} and {@code {% partial %}}. */
final class PartialRenderer {
  private PartialRenderer() {}

  static void define(Node.PartialDef node, Context context, Output output) {
    context.state().partials().put(node.name(), node);
    if (node.inline()) {
      Renderer.render(node.body(), context, output);
    }
  }

  static void render(Node.Partial node, Context context, Output output) {
    Node.PartialDef partial = context.state().partials().get(node.name());
    if (partial == null) {
      partial = node.defined().get(node.name());
    }
    if (partial == null) {
      throw new TemplateSyntaxError(
          "Partial '"
              + node.name()
              + "' is not defined in the current template. Defined are: "
              + String.join(", ", node.defined().keySet())
              + ".");
    }
    context.state().descend();
    try {
      Renderer.render(partial.body(), context, output);
    } finally {
      context.state().ascend();
    }
  }
}
