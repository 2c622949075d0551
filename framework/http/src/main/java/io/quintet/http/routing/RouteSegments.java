package io.quintet.http.routing;

import java.util.ArrayList;
import java.util.List;

/** The parts of a route, segment by segment. */
final class RouteSegments {
  private RouteSegments() {}

  /** Whether a part may take more than one segment. */
  static boolean spansSlashes(PathPart part) {
    return part instanceof PathPart.Expression
        || (part instanceof PathPart.Value value && value.converter().spansSlashes());
  }

  /** The parts cut at the slashes of their literals. */
  static List<List<PathPart>> of(List<PathPart> parts) {
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

  /** The parts of some segments, with the slashes between them. */
  static List<PathPart> joined(List<List<PathPart>> segments) {
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
}
