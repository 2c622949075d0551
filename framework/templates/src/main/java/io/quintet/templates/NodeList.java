package io.quintet.templates;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Nodes in the order they are rendered. */
record NodeList(Node[] nodes) {
  static final NodeList EMPTY = new NodeList(new Node[0]);

  static NodeList of(List<Node> nodes) {
    return new NodeList(nodes.toArray(Node[]::new));
  }

  /** The extends that this template starts with, or null; only text can stand before it. */
  Node.@Nullable Extends extendsNode() {
    for (Node node : nodes) {
      if (!(node instanceof Node.Text)) {
        return node instanceof Node.Extends found ? found : null;
      }
    }
    return null;
  }

  /** Renders up to the extends, all if there is none. */
  void renderBeforeExtends(Context context, Output output) {
    if (extendsNode() == null) {
      Renderer.render(this, context, output);
      return;
    }
    for (Node node : nodes) {
      if (node instanceof Node.Text text) {
        output.append(text.text());
      }
    }
  }
}
