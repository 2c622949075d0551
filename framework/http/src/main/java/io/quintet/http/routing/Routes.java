package io.quintet.http.routing;

import io.quintet.http.Middleware;
import io.quintet.http.View;
import io.quintet.http.View1;
import io.quintet.http.View2;
import io.quintet.http.View3;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The addresses of a site, given to a method that defines them:
 *
 * <pre>{@code
 * static void urls(Routes routes) {
 *   routes.path("", Home::index).name("index");
 *   routes.path("articles/<slug:slug>/", BlogViews::detail).name("detail");
 *   routes.include("shop/", ShopUrls::define, "shop");
 * }
 * }</pre>
 *
 * <p>Converters: {@code str} (the default; no slash), {@code int} (a {@code Long}), {@code slug},
 * {@code uuid}, {@code path} (slashes too). The first route that fits wins. A pattern has no
 * leading slash.
 */
public final class Routes {
  private final String prefix;
  private final String namespace;
  private final Map<String, PathConverter<?>> converters;
  private final List<List<Middleware>> outerScopes;
  private final List<Middleware> scope = new ArrayList<>();
  private final List<Route> routes;

  private Routes(
      String prefix,
      String namespace,
      Map<String, PathConverter<?>> converters,
      List<List<Middleware>> outerScopes,
      List<Route> routes) {
    this.prefix = prefix;
    this.namespace = namespace;
    this.converters = converters;
    this.outerScopes = outerScopes;
    this.routes = routes;
  }

  static Routes root() {
    return new Routes("", "", new HashMap<>(Converters.BUILT_IN), List.of(), new ArrayList<>());
  }

  /**
   * A view that takes the request only; values of the path are in {@code request.pathValue(name)}.
   */
  public Route path(String route, View view) {
    return add(route, -1, (request, values) -> view.handle(request));
  }

  /** A view that takes one value of the path. */
  public <A> Route path(String route, View1<A> view) {
    return add(route, 1, (request, values) -> view.handle(request, Routes.<A>at(values, 0)));
  }

  /** A view that takes two values of the path. */
  public <A, B> Route path(String route, View2<A, B> view) {
    return add(
        route,
        2,
        (request, values) ->
            view.handle(request, Routes.<A>at(values, 0), Routes.<B>at(values, 1)));
  }

  /** A view that takes three values of the path. */
  public <A, B, C> Route path(String route, View3<A, B, C> view) {
    return add(
        route,
        3,
        (request, values) ->
            view.handle(
                request,
                Routes.<A>at(values, 0),
                Routes.<B>at(values, 1),
                Routes.<C>at(values, 2)));
  }

  /** Includes routes below a prefix, in the namespace of these. */
  public Routes include(String below, Consumer<Routes> define) {
    return include(below, define, "");
  }

  /** Includes routes below a prefix, in a namespace of their own: {@code blog:detail}. */
  public Routes include(String below, Consumer<Routes> define, String innerNamespace) {
    if (below.startsWith("/")) {
      throw leadingSlash(below);
    }
    List<List<Middleware>> scopes = new ArrayList<>(outerScopes);
    scopes.add(scope);
    define.accept(
        new Routes(
            prefix + below,
            join(namespace, innerNamespace),
            new HashMap<>(converters),
            List.copyOf(scopes),
            routes));
    return this;
  }

  /** Includes an app's routes below a prefix, in the namespace they ask for. */
  public Routes include(String below, RouteSource source) {
    return include(below, source::define, source.namespace());
  }

  /** Puts middleware around every route of these and of what they include, the first outermost. */
  public Routes use(Middleware... middleware) {
    scope.addAll(List.of(middleware));
    return this;
  }

  /** Makes a converter known to the routes defined after it, and to those they include. */
  public Routes converter(String name, PathConverter<?> converter) {
    converters.put(name, converter);
    return this;
  }

  List<Route> all() {
    return List.copyOf(routes);
  }

  private Route add(String route, int values, Route.Handler handler) {
    if (route.startsWith("/")) {
      throw leadingSlash(route);
    }
    String pattern = prefix + route;
    List<PathPart> parts = PathPart.parse(pattern, converters);
    long found = parts.stream().filter(PathPart.Value.class::isInstance).count();
    if (values >= 0 && found != values) {
      throw new IllegalArgumentException(
          "Route '%s' has %d values, but its view takes %d. Write the view as (Request%s) or change the pattern"
              .formatted(pattern, found, values, ", value".repeat((int) found)));
    }
    List<List<Middleware>> scopes = new ArrayList<>(outerScopes);
    scopes.add(scope);
    Route added = new Route(pattern, parts, namespace, List.copyOf(scopes), handler);
    routes.add(added);
    return added;
  }

  private static IllegalArgumentException leadingSlash(String route) {
    return new IllegalArgumentException(
        "Route '%s' starts with a slash, which is there already: write '%s'"
            .formatted(route, route.substring(1)));
  }

  private static String join(String outer, String inner) {
    if (inner.isEmpty()) {
      return outer;
    }
    return outer.isEmpty() ? inner : outer + ":" + inner;
  }

  /**
   * The converter of the pattern decides the type; a view that asks for another fails at its first
   * call.
   */
  @SuppressWarnings("unchecked")
  private static <T> T at(List<Object> values, int index) {
    return (T) values.get(index);
  }
}
