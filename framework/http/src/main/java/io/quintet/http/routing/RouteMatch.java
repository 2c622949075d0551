package io.quintet.http.routing;

import io.quintet.core.i18n.Locales;
import io.quintet.http.View;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The route that answers a request, and the values it took from the path. */
public final class RouteMatch {
  private final Route route;
  private final List<@Nullable Object> captured;

  /** With null for the groups of a regular expression that took no part. */
  RouteMatch(Route route, List<@Nullable Object> captured) {
    this.route = route;
    this.captured = captured;
  }

  /** The route. */
  public Route route() {
    return route;
  }

  /**
   * The converted values in the order of the pattern; an optional group of a regular expression
   * that took no part gives an empty text.
   */
  public List<Object> values() {
    if (captured.isEmpty()) {
      return List.of();
    }
    List<Object> values = new ArrayList<>(captured.size());
    captured.forEach(value -> values.add(value == null ? "" : value));
    return Collections.unmodifiableList(values);
  }

  /**
   * The values by name: those of the path, with those that the route and its includes add ({@link
   * Route#extra}).
   */
  public Map<String, Object> named() {
    Map<String, Object> named = new LinkedHashMap<>();
    int index = 0;
    for (RouteScope scope : route.scope().chain()) {
      index = take(scope.parts(), index, named);
      named.putAll(scope.include().extras());
    }
    take(route.ownParts(), index, named);
    named.putAll(route.ownExtras());
    return named;
  }

  /** What the route's own pattern took from the path, without that of its includes, by name. */
  public Map<String, Object> captured() {
    Map<String, Object> named = new LinkedHashMap<>();
    int own = PathPart.valueCount(route.ownParts());
    take(route.ownParts(), captured.size() - own, named);
    return named;
  }

  /**
   * The values of groups without names, for a route of regular expressions that name nothing; null
   * for a group that took no part. Empty if there is any value with a name.
   */
  public List<@Nullable Object> positional() {
    if (!named().isEmpty()) {
      return List.of();
    }
    List<@Nullable Object> unnamed = new ArrayList<>();
    List<String> names = route.valueNames();
    for (int i = 0; i < names.size(); i++) {
      if (names.get(i).isEmpty()) {
        unnamed.add(captured.get(i));
      }
    }
    return Collections.unmodifiableList(unnamed);
  }

  /** The pattern, with the language that its prefix stands for. */
  public String pattern() {
    return route.parts().stream()
        .filter(PathPart.Language.class::isInstance)
        .findFirst()
        .map(part -> ((PathPart.Language) part).prefix(Locales.current()))
        .map(prefix -> prefix + route.pattern().substring(Routes.LANGUAGE.length()))
        .orElse(route.pattern());
  }

  /** The view, with the route's middleware around it and the values in it. */
  public View view() {
    return route.view(values());
  }

  private int take(List<PathPart> parts, int from, Map<String, Object> named) {
    int index = from;
    for (PathPart part : parts) {
      for (String name : part.names()) {
        Object value = captured.get(index++);
        if (value != null && !name.isEmpty()) {
          named.put(name, value);
        }
      }
    }
    return index;
  }
}
