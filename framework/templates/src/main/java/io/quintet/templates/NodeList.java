package io.quintet.templates;

import java.util.List;

/** Nodes in the order they are rendered. */
record NodeList(Node[] nodes) {
  static final NodeList EMPTY = new NodeList(new Node[0]);

  static NodeList of(List<Node> nodes) {
    return new NodeList(nodes.toArray(Node[]::new));
  }

  /** The first node that is not text; an extends can only be there. */
  boolean startsWithExtends() {
    for (Node node : nodes) {
      if (!(node instanceof Node.Text)) {
        return node instanceof Node.Extends;
      }
    }
    return false;
  }
}
