package io.quintet.templates;

import io.quintet.templates.library.Components;
import org.jspecify.annotations.Nullable;

/** Finds nodes by their place. */
final class NodeSearch {
  private NodeSearch() {}

  static @Nullable Node at(NodeList list, int line, int column) {
    for (Node node : list.nodes()) {
      Position position = node.position();
      if (position.line() == line && position.column() == column && !(node instanceof Node.Text)) {
        return node;
      }
      Node found = inside(node, line, column);
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  private static @Nullable Node inside(Node node, int line, int column) {
    return switch (node) {
      case Node.If n -> {
        for (Node.Branch branch : n.branches()) {
          Node found = at(branch.body(), line, column);
          if (found != null) {
            yield found;
          }
        }
        yield null;
      }
      case Node.For n -> {
        Node found = at(n.body(), line, column);
        yield found != null ? found : at(n.empty(), line, column);
      }
      case Node.With n -> at(n.body(), line, column);
      case Node.Block n -> at(n.body(), line, column);
      case Node.Autoescape n -> at(n.body(), line, column);
      case Node.Extends n -> {
        for (Node.Block block : n.blocks()) {
          Node found = at(block.body(), line, column);
          if (found != null) {
            yield found;
          }
        }
        yield null;
      }
      case Node.Custom n ->
          switch (n.renderer()) {
            case Components.Use use -> at(use.body().nodes(), line, column);
            case Components.Fill fill -> at(fill.body().nodes(), line, column);
            case Components.Slot slot -> at(slot.body().nodes(), line, column);
            default -> null;
          };
      default -> null;
    };
  }
}
