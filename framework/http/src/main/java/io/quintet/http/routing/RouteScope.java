package io.quintet.http.routing;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An include: what stands before its routes, and how they are named. */
record RouteScope(
    @Nullable RouteScope parent, String source, List<PathPart> parts, Include include) {
  static final RouteScope ROOT = new RouteScope(null, "", List.of(), Include.PLAIN);

  /** The includes from the outermost to this one, without the root. */
  List<RouteScope> chain() {
    List<RouteScope> chain = new ArrayList<>();
    for (RouteScope scope = this; scope.parent != null; scope = scope.parent) {
      chain.addFirst(scope);
    }
    return chain;
  }

  /** The namespaces joined by colons; empty at the root. */
  String namespace() {
    return String.join(
        ":",
        chain().stream()
            .map(scope -> scope.include.namespace())
            .filter(name -> !name.isEmpty())
            .toList());
  }

  /** The nearest include around or at this one that has a namespace, or the root. */
  RouteScope named() {
    RouteScope scope = this;
    while (scope.parent != null && scope.include.namespace().isEmpty()) {
      scope = scope.parent;
    }
    return scope;
  }

  /** A pattern behind that of an include; of a regular expression without its anchor. */
  static String join(String before, String pattern) {
    return before.isEmpty()
        ? pattern
        : before + (pattern.startsWith("^") ? pattern.substring(1) : pattern);
  }

  /** The pattern of everything before the routes of this include. */
  String pattern() {
    return parent == null ? source : join(parent.pattern(), source);
  }
}
