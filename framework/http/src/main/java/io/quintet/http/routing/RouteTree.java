package io.quintet.http.routing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The routes by segments of their paths, so that the cost of a look-up does not grow with their
 * number. Of the routes that fit, the first defined wins, as if they were tried one after the
 * other.
 */
final class RouteTree {
  private static final class Node {
    final Map<String, Node> literals = new HashMap<>();
    final Map<String, Dynamic> dynamics = new HashMap<>();
    final List<Ordered> ends = new ArrayList<>();
    final List<Tail> tails = new ArrayList<>();
    int lowestOrder = Integer.MAX_VALUE;
  }

  private record Dynamic(PartMatcher matcher, Node node) {}

  private record Ordered(Route route, int order) {}

  private record Tail(PartMatcher matcher, Ordered end) {}

  private final Node root = new Node();

  RouteTree(List<Route> routes) {
    for (int order = 0; order < routes.size(); order++) {
      insert(routes.get(order), order);
    }
  }

  Resolution resolve(String path, String method) {
    Search search = new Search(path, method);
    search.visit(root, 0);
    if (search.best != null) {
      return new Resolution.Found(new RouteMatch(search.best, search.bestValues));
    }
    return search.otherMethods.isEmpty()
        ? new Resolution.NotFound()
        : new Resolution.WrongMethod(search.otherMethods);
  }

  private void insert(Route route, int order) {
    Node node = root;
    node.lowestOrder = Math.min(node.lowestOrder, order);
    List<List<PathPart>> segments = segments(route.parts());
    for (int i = 0; i < segments.size(); i++) {
      List<PathPart> segment = segments.get(i);
      if (segment.stream().anyMatch(RouteTree::spansSlashes)) {
        node.tails.add(
            new Tail(
                new PartMatcher(joined(segments.subList(i, segments.size()))),
                new Ordered(route, order)));
        return;
      }
      node = child(node, segment);
      node.lowestOrder = Math.min(node.lowestOrder, order);
    }
    node.ends.add(new Ordered(route, order));
  }

  private static Node child(Node node, List<PathPart> segment) {
    if (segment.isEmpty()) {
      return node.literals.computeIfAbsent("", text -> new Node());
    }
    if (segment.size() == 1 && segment.getFirst() instanceof PathPart.Literal literal) {
      return node.literals.computeIfAbsent(literal.text(), text -> new Node());
    }
    return node.dynamics.computeIfAbsent(
            shape(segment), key -> new Dynamic(new PartMatcher(List.copyOf(segment)), new Node()))
        .node;
  }

  /** Segments of one shape share a node: the names of the values do not matter to the match. */
  private static String shape(List<PathPart> segment) {
    StringBuilder shape = new StringBuilder();
    for (PathPart part : segment) {
      switch (part) {
        case PathPart.Literal literal -> shape.append(literal.text());
        case PathPart.Value value ->
            shape
                .append('<')
                .append(value.converterName())
                .append('@')
                .append(System.identityHashCode(value.converter()))
                .append('>');
      }
    }
    return shape.toString();
  }

  private static boolean spansSlashes(PathPart part) {
    return part instanceof PathPart.Value value && value.converter().spansSlashes();
  }

  private static List<List<PathPart>> segments(List<PathPart> parts) {
    List<List<PathPart>> segments = new ArrayList<>();
    List<PathPart> current = new ArrayList<>();
    for (PathPart part : parts) {
      if (part instanceof PathPart.Literal literal) {
        String[] pieces = literal.text().split("/", -1);
        for (int i = 0; i < pieces.length; i++) {
          if (i > 0) {
            segments.add(current);
            current = new ArrayList<>();
          }
          if (!pieces[i].isEmpty()) {
            current.add(new PathPart.Literal(pieces[i]));
          }
        }
      } else {
        current.add(part);
      }
    }
    segments.add(current);
    return segments;
  }

  private static List<PathPart> joined(List<List<PathPart>> segments) {
    List<PathPart> parts = new ArrayList<>();
    for (int i = 0; i < segments.size(); i++) {
      if (i > 0) {
        parts.add(new PathPart.Literal("/"));
      }
      parts.addAll(segments.get(i));
    }
    return mergeLiterals(parts);
  }

  private static List<PathPart> mergeLiterals(List<PathPart> parts) {
    List<PathPart> merged = new ArrayList<>();
    for (PathPart part : parts) {
      if (part instanceof PathPart.Literal(String text)
          && !merged.isEmpty()
          && merged.getLast() instanceof PathPart.Literal(String before)) {
        merged.set(merged.size() - 1, new PathPart.Literal(before + text));
      } else {
        merged.add(part);
      }
    }
    return List.copyOf(merged);
  }

  /** One look-up. */
  private static final class Search {
    private final String path;
    private final String method;
    private final List<Object> values = new ArrayList<>();
    private final Set<String> otherMethods = new LinkedHashSet<>();
    private int bestOrder = Integer.MAX_VALUE;
    private @Nullable Route best;
    private List<Object> bestValues = List.of();

    Search(String path, String method) {
      this.path = path;
      this.method = method;
    }

    /** Visits a node with the path from an index on; {@code from} is -1 after the last segment. */
    void visit(Node node, int from) {
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
      Node literal = node.literals.get(segment);
      if (literal != null) {
        visit(literal, next);
      }
      int captured = values.size();
      for (Dynamic dynamic : node.dynamics.values()) {
        if (dynamic.node.lowestOrder < bestOrder && dynamic.matcher.match(segment, values)) {
          visit(dynamic.node, next);
          truncate(captured);
        }
      }
      for (Tail tail : node.tails) {
        if (tail.end.order < bestOrder && tail.matcher.match(path.substring(from), values)) {
          consider(tail.end);
          truncate(captured);
        }
      }
    }

    private void consider(Ordered end) {
      if (!end.route.allows(method)) {
        otherMethods.addAll(end.route.methods());
      } else if (end.order < bestOrder) {
        bestOrder = end.order;
        best = end.route;
        bestValues = List.copyOf(values);
      }
    }

    private void truncate(int size) {
      while (values.size() > size) {
        values.removeLast();
      }
    }
  }
}
