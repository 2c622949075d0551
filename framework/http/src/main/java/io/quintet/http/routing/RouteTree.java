package io.quintet.http.routing;

import io.quintet.core.i18n.Locales;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The routes by segments of their paths, so that the cost of a look-up does not grow with their
 * number. Of the routes that fit, the first defined wins, as if they were tried one after the
 * other.
 */
final class RouteTree {
  /** What can follow a number of segments. */
  static final class Node {
    final Map<String, Node> literals = new HashMap<>();
    final Map<String, Dynamic> dynamics = new HashMap<>();
    final List<Ordered> ends = new ArrayList<>();

    /** Tails by their first segment, where a regular expression begins with a plain text. */
    final Map<String, List<Tail>> tailsBySegment = new HashMap<>();

    final List<Tail> tails = new ArrayList<>();
    int lowestOrder = Integer.MAX_VALUE;
  }

  record Dynamic(PartMatcher matcher, Node node) {}

  record Ordered(Route route, int order) {}

  /** Parts that are matched against the whole rest of a path. */
  record Tail(TailMatcher matcher, Ordered end) {}

  private final Node root = new Node();
  private final Map<PathPart.Language, Node> languages = new LinkedHashMap<>();

  RouteTree(List<Route> routes) {
    for (int order = 0; order < routes.size(); order++) {
      insert(routes.get(order), order);
    }
  }

  Resolution resolve(String path, String method) {
    RouteSearch search = new RouteSearch(path, method);
    search.visit(root, 0);
    languages.forEach((language, node) -> {
      String prefix = language.prefix(Locales.current());
      if (path.startsWith(prefix)) {
        search.visit(node, prefix.length());
      }
    });
    return search.result();
  }

  private void insert(Route route, int order) {
    List<PathPart> parts = route.parts();
    Node node = root;
    if (!parts.isEmpty() && parts.getFirst() instanceof PathPart.Language language) {
      node = languages.computeIfAbsent(language, key -> new Node());
      parts = parts.subList(1, parts.size());
    }
    node.lowestOrder = Math.min(node.lowestOrder, order);
    List<List<PathPart>> segments = RouteSegments.of(parts);
    for (int i = 0; i < segments.size(); i++) {
      List<PathPart> segment = segments.get(i);
      if (segment.stream().anyMatch(RouteSegments::spansSlashes)) {
        TailMatcher matcher =
            new TailMatcher(RouteSegments.joined(segments.subList(i, segments.size())));
        Tail tail = new Tail(matcher, new Ordered(route, order));
        String first = matcher.firstSegment();
        (first == null
                ? node.tails
                : node.tailsBySegment.computeIfAbsent(first, key -> new ArrayList<>()))
            .add(tail);
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
        case PathPart.Expression expression -> shape.append(expression.regex().source());
        case PathPart.Language language -> shape.append(Routes.LANGUAGE);
      }
    }
    return shape.toString();
  }
}
