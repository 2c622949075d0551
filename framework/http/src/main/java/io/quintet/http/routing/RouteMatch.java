package io.quintet.http.routing;

import io.quintet.http.View;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The route that answers a request, and the values it took from the path.
 *
 * @param route the route
 * @param values the converted values in order
 */
public record RouteMatch(Route route, List<Object> values) {
  /** Copies the values. */
  public RouteMatch {
    values = List.copyOf(values);
  }

  /** The values by name, in order. */
  public Map<String, Object> named() {
    Map<String, Object> named = new LinkedHashMap<>();
    List<String> names = route.valueNames();
    for (int i = 0; i < names.size(); i++) {
      named.put(names.get(i), values.get(i));
    }
    return named;
  }

  /** The view, with the route's middleware around it and the values in it. */
  public View view() {
    return route.view(values);
  }
}
