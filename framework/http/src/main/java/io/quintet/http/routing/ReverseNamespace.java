package io.quintet.http.routing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The names in one namespace. Of two includes in it, a name is that of the first that has it. */
final class ReverseNamespace {
  private final Map<String, List<ReverseRoute>> routes = new HashMap<>();
  private final Map<String, RouteScope> owners = new HashMap<>();
  private final Map<String, ReverseNamespace> children = new HashMap<>();
  private final Map<String, List<String>> instances = new HashMap<>();

  /** The namespace of an include; new ones are made on the way. */
  ReverseNamespace of(RouteScope scope) {
    ReverseNamespace found = this;
    for (RouteScope outer : scope.chain()) {
      String name = outer.include().namespace();
      if (!name.isEmpty()) {
        found = found.child(name, outer.include().app());
      }
    }
    return found;
  }

  private ReverseNamespace child(String name, String app) {
    List<String> known = instances.computeIfAbsent(app, key -> new ArrayList<>());
    if (!known.contains(name)) {
      known.addFirst(name);
    }
    return children.computeIfAbsent(name, key -> new ReverseNamespace());
  }

  /** Adds a route; a later one of a name is tried first. */
  void add(String name, Route route) {
    RouteScope owner = route.scope().named();
    if (owners.computeIfAbsent(name, key -> owner) == owner) {
      routes.computeIfAbsent(name, key -> new ArrayList<>()).addFirst(new ReverseRoute(route));
    }
  }

  /** The routes of a name, in the order in which they are tried. */
  List<ReverseRoute> routes(String name) {
    return routes.getOrDefault(name, List.of());
  }

  /**
   * The namespace that a name means: that of an instance, or of an app, for which the current
   * instance stands, else the one of the app's name, else the one defined last.
   */
  String resolve(String name, @Nullable String current) {
    List<String> found = instances.get(name);
    if (found == null) {
      return name;
    }
    if (current != null && found.contains(current)) {
      return current;
    }
    return found.contains(name) ? name : found.getFirst();
  }

  @Nullable ReverseNamespace child(String name) {
    return children.get(name);
  }
}
