package io.quintet.http.routing;

import io.quintet.core.text.Nearest;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The routes by name and namespace, for making addresses. */
final class ReverseIndex {
  private final ReverseNamespace root = new ReverseNamespace();
  private final TreeSet<String> names = new TreeSet<>();
  private final Map<RouteSymbol, String> symbols = new IdentityHashMap<>();

  ReverseIndex(List<Route> routes, List<RouteScope> scopes) {
    scopes.forEach(root::of);
    for (Route route : routes) {
      route.name().ifPresent(name -> root.of(route.scope()).add(name, route));
      route.fullName().ifPresent(names::add);
      route
          .symbol()
          .ifPresent(symbol -> symbols.putIfAbsent(symbol, route.fullName().orElseThrow()));
    }
  }

  /** The name with its namespaces of the first route that a constant names. */
  String nameOf(RouteSymbol symbol) {
    String found = symbols.get(symbol);
    if (found == null) {
      throw new NoReverseMatch(
          "The constant '%s' names no route of this site.".formatted(symbol),
          "Define one with routes.path(pattern, THE_CONSTANT, view), and include the routes that do.");
    }
    return found;
  }

  String reverse(Address wanted) {
    List<String> path = new ArrayList<>(Arrays.asList(wanted.name().split(":", -1)));
    String name = path.removeLast();
    List<ReverseRoute> routes = namespace(path, wanted).routes(name);
    List<String> reasons = new ArrayList<>();
    for (ReverseRoute route : routes) {
      String address = route.address(wanted, reasons);
      if (address != null) {
        return UrlPaths.escapeLeadingSlashes(UrlPaths.encode(address)) + wanted.suffix();
      }
    }
    throw routes.isEmpty() ? unknown(name, wanted) : misfit(name, wanted, routes, reasons);
  }

  private ReverseNamespace namespace(List<String> path, Address wanted) {
    Deque<String> current =
        wanted.currentApp().isEmpty()
            ? new ArrayDeque<>()
            : new ArrayDeque<>(Arrays.asList(wanted.currentApp().split(":", -1)));
    ReverseNamespace namespace = root;
    List<String> resolved = new ArrayList<>();
    for (String name : path) {
      @Nullable String here = current.poll();
      String found = namespace.resolve(name, here);
      if (!found.equals(here)) {
        current.clear();
      }
      ReverseNamespace inner = namespace.child(found);
      if (inner == null) {
        throw unregistered(found, resolved, wanted);
      }
      resolved.add(found);
      namespace = inner;
    }
    return namespace;
  }

  private NoReverseMatch unregistered(String name, List<String> resolved, Address wanted) {
    String inside = resolved.isEmpty() ? "" : " inside '" + String.join(":", resolved) + "'";
    return new NoReverseMatch(
        ShownValues.text(name) + " is not a registered namespace" + inside, hint(wanted));
  }

  private NoReverseMatch unknown(String name, Address wanted) {
    return new NoReverseMatch(
        "Reverse for '%s' not found. '%s' is not a valid view function or pattern name."
            .formatted(name, name),
        hint(wanted));
  }

  private String hint(Address wanted) {
    return "No route is named '%s'%s. The command 'routes' lists every name."
        .formatted(wanted.name(), Nearest.suggestion(wanted.name(), names));
  }

  private static NoReverseMatch misfit(
      String name, Address wanted, List<ReverseRoute> routes, List<String> reasons) {
    StringBuilder hint = new StringBuilder("It takes:");
    for (ReverseRoute candidate : routes) {
      List<String> values = candidate.route().valueNames();
      hint.append("\n  /").append(candidate.route().pattern());
      hint.append(values.isEmpty() ? " (no values)" : " (" + String.join(", ", values) + ")");
    }
    reasons.forEach(reason -> hint.append("\n  ").append(reason));
    List<String> tried = routes.stream().map(ReverseRoute::regex).toList();
    return new NoReverseMatch(
        "Reverse for '%s' with %s not found. %d pattern(s) tried: %s"
            .formatted(name, given(wanted), tried.size(), ShownValues.text(tried)),
        hint.toString());
  }

  private static String given(Address wanted) {
    if (!wanted.values().isEmpty()) {
      return "arguments '" + ShownValues.tuple(wanted.values()) + "'";
    }
    return wanted.named().isEmpty()
        ? "no arguments"
        : "keyword arguments '" + ShownValues.text(wanted.named()) + "'";
  }
}
