package io.quintet.http.routing;

import io.quintet.core.text.Nearest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The routes by full name, for making addresses. */
final class ReverseIndex {
  private final Map<String, List<Route>> byName = new HashMap<>();

  ReverseIndex(List<Route> routes) {
    for (Route route : routes) {
      route
          .fullName()
          .ifPresent(name -> byName.computeIfAbsent(name, key -> new ArrayList<>()).add(route));
    }
  }

  String reverse(String name, List<?> values) {
    List<String> reasons = new ArrayList<>();
    for (Route route : routes(name).reversed()) {
      String url =
          route.valueNames().size() == values.size() ? build(route, values, reasons) : null;
      if (url != null) {
        return url;
      }
    }
    throw misfit(name, values.isEmpty() ? "no values" : "the values " + values, reasons);
  }

  String reverse(String name, Map<String, ?> values) {
    List<String> reasons = new ArrayList<>();
    for (Route route : routes(name).reversed()) {
      List<String> names = route.valueNames();
      boolean same = names.size() == values.size() && values.keySet().containsAll(names);
      List<Object> ordered = new ArrayList<>();
      if (same) {
        names.forEach(key -> ordered.add(values.get(key)));
      }
      String url = same ? build(route, ordered, reasons) : null;
      if (url != null) {
        return url;
      }
    }
    throw misfit(name, values.isEmpty() ? "no values" : "the values " + values, reasons);
  }

  private List<Route> routes(String name) {
    List<Route> routes = byName.get(name);
    if (routes == null) {
      throw new NoReverseMatch(
          "No route is named '%s'%s. The command 'routes' lists every name."
              .formatted(name, Nearest.suggestion(name, byName.keySet())));
    }
    return routes;
  }

  private static @Nullable String build(Route route, List<?> values, List<String> reasons) {
    StringBuilder path = new StringBuilder("/");
    int index = 0;
    for (PathPart part : route.parts()) {
      switch (part) {
        case PathPart.Literal literal -> path.append(literal.text());
        case PathPart.Value value -> {
          Object given = values.get(index++);
          String text = given == null ? "" : value.converter().format(given);
          if (text.isEmpty() || value.converter().parse(text) == null) {
            reasons.add(
                "/%s: '%s' is no %s for <%s>"
                    .formatted(route.pattern(), text, value.converterName(), value.name()));
            return null;
          }
          path.append(text);
        }
      }
    }
    return UrlPaths.escapeLeadingSlashes(UrlPaths.encode(path.toString()));
  }

  private NoReverseMatch misfit(String name, String given, List<String> reasons) {
    StringBuilder message =
        new StringBuilder("Route '%s' does not take %s. It takes:".formatted(name, given));
    for (Route route : routes(name)) {
      message.append("\n  /").append(route.pattern());
      message.append(
          route.valueNames().isEmpty()
              ? " (no values)"
              : " (" + String.join(", ", route.valueNames()) + ")");
    }
    reasons.forEach(reason -> message.append("\n  ").append(reason));
    return new NoReverseMatch(message.toString());
  }
}
