package io.quintet.http.routing;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One look-up of a path in the tree. */
final class RouteSearch {
  private final String path;
  private final String method;
  private final List<@Nullable Object> values = new ArrayList<>(0);
  private @Nullable Set<String> otherMethods;
  private int bestOrder = Integer.MAX_VALUE;
  private @Nullable Route best;
  private List<@Nullable Object> bestValues = List.of();

  RouteSearch(String path, String method) {
    this.path = path;
    this.method = method;
  }

  /** What the nodes that were visited lead to. */
  Resolution result() {
    if (best != null) {
      return new Resolution.Found(new RouteMatch(best, bestValues));
    }
    return otherMethods == null
        ? new Resolution.NotFound()
        : new Resolution.WrongMethod(otherMethods);
  }

  /** Visits a node with the path from an index on; {@code from} is -1 after the last segment. */
  void visit(RouteTree.Node node, int from) {
    if (node.lowestOrder >= bestOrder) {
      return;
    }
    if (from < 0) {
      node.ends.forEach(this::consider);
      return;
    }
    int slash = path.indexOf('/', from);
    String segment = slash < 0 ? path.substring(from) : path.substring(from, slash);
    int next = slash < 0 ? -1 : slash + 1;
    RouteTree.Node literal = node.literals.get(segment);
    if (literal != null) {
      visit(literal, next);
    }
    int captured = values.size();
    for (RouteTree.Dynamic dynamic : node.dynamics.values()) {
      if (dynamic.node().lowestOrder < bestOrder && dynamic.matcher().match(segment, values)) {
        visit(dynamic.node(), next);
        truncate(captured);
      }
    }
    tails(node.tails, from);
    List<RouteTree.Tail> here = node.tailsBySegment.get(segment);
    if (here != null) {
      tails(here, from);
    }
  }

  private void tails(List<RouteTree.Tail> tails, int from) {
    int captured = values.size();
    for (RouteTree.Tail tail : tails) {
      if (tail.end().order() < bestOrder && tail.matcher().match(path.substring(from), values)) {
        consider(tail.end());
        truncate(captured);
      }
    }
  }

  private void consider(RouteTree.Ordered end) {
    if (!end.route().allows(method)) {
      if (otherMethods == null) {
        otherMethods = new LinkedHashSet<>();
      }
      otherMethods.addAll(end.route().methods());
    } else if (end.order() < bestOrder) {
      bestOrder = end.order();
      best = end.route();
      bestValues = values.isEmpty() ? List.of() : new ArrayList<>(values);
    }
  }

  private void truncate(int size) {
    while (values.size() > size) {
      values.removeLast();
    }
  }
}
