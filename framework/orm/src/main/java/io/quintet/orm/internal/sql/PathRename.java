package io.quintet.orm.internal.sql;

import io.quintet.orm.expr.Node;
import java.util.ArrayList;
import java.util.List;

/** Writes conditions about a relation as conditions about another name of it. */
final class PathRename {
  private final String from;
  private final String to;

  private PathRename(String from, String to) {
    this.from = from;
    this.to = to;
  }

  static Node of(Node condition, String from, String to) {
    return new PathRename(from, to).renamed(condition);
  }

  private Node renamed(Node node) {
    return switch (node) {
      case Node.And n -> new Node.And(all(n.parts()));
      case Node.Or n -> new Node.Or(all(n.parts()));
      case Node.Xor n -> new Node.Xor(all(n.parts()));
      case Node.Not n -> new Node.Not(renamed(n.part()));
      case Node.Named n -> new Node.Named(name(n.lookup()), n.value());
      case Node.Reference n -> new Node.Reference(name(n.name()));
      case Node.Field n -> new Node.Reference(name(String.join("__", n.path())));
      case Node.Compare n -> new Node.Compare(n.lookup(), renamed(n.left()), all(n.right()));
      case Node.Call n -> new Node.Call(n.function(), all(n.arguments()));
      default -> node;
    };
  }

  private List<Node> all(List<Node> nodes) {
    List<Node> done = new ArrayList<>();
    nodes.forEach(n -> done.add(renamed(n)));
    return done;
  }

  private String name(String path) {
    return path.equals(from) || path.startsWith(from + "__")
        ? to + path.substring(from.length())
        : path;
  }
}
