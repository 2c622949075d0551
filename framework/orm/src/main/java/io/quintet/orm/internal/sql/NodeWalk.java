package io.quintet.orm.internal.sql;

import io.quintet.orm.expr.Node;
import io.quintet.orm.expr.Order;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Walks over the parts of an expression. */
final class NodeWalk {
  private NodeWalk() {}

  /** The parts of a node, without those of subqueries. */
  static List<Node> children(Node node) {
    return switch (node) {
      case Node.Field n -> List.of();
      case Node.Outer n -> List.of();
      case Node.Value n -> List.of();
      case Node.Reference n -> List.of();
      case Node.Named n -> List.of();
      case Node.Scalar n -> List.of();
      case Node.Typed n -> List.of(n.expression());
      case Node.JsonKey n -> List.of(n.json());
      case Node.Custom n -> List.of(n.left(), n.right());
      case Node.Compare n -> concat(List.of(n.left()), n.right());
      case Node.And n -> n.parts();
      case Node.Or n -> n.parts();
      case Node.Xor n -> n.parts();
      case Node.Not n -> List.of(n.part());
      case Node.Within n -> n.left() == null ? List.of() : List.of(n.left());
      case Node.Arithmetic n -> List.of(n.left(), n.right());
      case Node.Call n -> n.arguments();
      case Node.Aggregate n -> aggregate(n);
      case Node.Window n ->
          concat(concat(List.of(n.source()), n.partitionBy()), orders(n.orders()));
      case Node.Case n -> choice(n);
    };
  }

  private static List<Node> aggregate(Node.Aggregate node) {
    List<Node> found = new ArrayList<>(node.arguments());
    Stream.of(node.where(), node.otherwise()).filter(n -> n != null).forEach(found::add);
    found.addAll(orders(node.orders()));
    return found;
  }

  private static List<Node> choice(Node.Case node) {
    List<Node> found = new ArrayList<>();
    for (Node.When when : node.cases()) {
      found.add(when.condition());
      found.add(when.value());
    }
    found.add(node.otherwise());
    return found;
  }

  private static List<Node> orders(List<Order<?>> orders) {
    return orders.stream().<Node>map(Order::node).toList();
  }

  private static List<Node> concat(List<Node> first, List<Node> more) {
    List<Node> all = new ArrayList<>(first);
    all.addAll(more);
    return all;
  }

  /** Whether a node or one of its parts is wanted, without looking into parts that are skipped. */
  static boolean any(Node node, Predicate<Node> wanted, Predicate<Node> skipped) {
    if (wanted.test(node)) {
      return true;
    }
    return !skipped.test(node) && children(node).stream().anyMatch(n -> any(n, wanted, skipped));
  }
}
