package io.quintet.orm.internal.sql;

import io.quintet.orm.expr.Node;
import java.util.ArrayList;
import java.util.List;

/** Finds the columns that an expression names. */
final class NodePaths {
  private final SelectCompiler select;
  private final List<List<String>> found = new ArrayList<>();

  private NodePaths(SelectCompiler select) {
    this.select = select;
  }

  /** The paths of columns in an expression, annotations left out. */
  static List<List<String>> of(Node node, SelectCompiler select) {
    NodePaths paths = new NodePaths(select);
    paths.collect(node);
    return paths.found;
  }

  private void collect(Node node) {
    switch (node) {
      case Node.Field f -> found.add(f.path());
      case Node.Reference r -> {
        if (!select.isAnnotation(r.name())) {
          collect(select.resolve(r.name()));
        }
      }
      default -> NodeWalk.children(node).forEach(this::collect);
    }
  }
}
