package io.quintet.http.routing;

import io.quintet.core.text.BoundedRegex;
import io.quintet.http.Middleware;
import io.quintet.http.View;
import io.quintet.http.View1;
import io.quintet.http.View2;
import io.quintet.http.View3;
import io.quintet.http.View4;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
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
  static final String LANGUAGE = "<language>/";

  private final RouteScope scope;
  private final Map<String, PathConverter<?>> converters;
  private final List<List<Middleware>> outerScopes;
  private final List<Middleware> middleware = new ArrayList<>();
  private final List<Route> routes;
  private final List<RouteScope> scopes;

  private Routes(
      RouteScope scope,
      Map<String, PathConverter<?>> converters,
      List<List<Middleware>> outerScopes,
      List<Route> routes,
      List<RouteScope> scopes) {
    this.scope = scope;
    this.converters = converters;
    this.outerScopes = outerScopes;
    this.routes = routes;
    this.scopes = scopes;
  }

  static Routes root() {
    return new Routes(
        RouteScope.ROOT,
        new HashMap<>(Converters.BUILT_IN),
        List.of(),
        new ArrayList<>(),
        new ArrayList<>());
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

  /** A view that takes four values of the path. */
  public <A, B, C, D> Route path(String route, View4<A, B, C, D> view) {
    return add(
        route,
        4,
        (request, values) ->
            view.handle(
                request,
                Routes.<A>at(values, 0),
                Routes.<B>at(values, 1),
                Routes.<C>at(values, 2),
                Routes.<D>at(values, 3)));
  }

  /** A view behind a name that addresses are made from. */
  public Route path(String route, RouteName name, View view) {
    return path(route, view).name(name);
  }

  /** The same with a value of the path, of the type that the name has. */
  public <A> Route path(String route, RouteName1<A> name, View1<A> view) {
    return path(route, view).name(name);
  }

  /** The same with two values of the path. */
  public <A, B> Route path(String route, RouteName2<A, B> name, View2<A, B> view) {
    return path(route, view).name(name);
  }

  /** The same with three values of the path. */
  public <A, B, C> Route path(String route, RouteName3<A, B, C> name, View3<A, B, C> view) {
    return path(route, view).name(name);
  }

  /** The same with four values of the path. */
  public <A, B, C, D> Route path(
      String route, RouteName4<A, B, C, D> name, View4<A, B, C, D> view) {
    return path(route, view).name(name);
  }

  /**
   * A route that is a regular expression, for paths that converters cannot describe: {@code
   * "^archive/(?P<year>[0-9]{4})/$"}. It is searched where the prefix of the includes ends, so
   * begin it with {@code ^}; without a {@code $} at its end it also fits longer paths. The view
   * gets the named groups, or all groups if none has a name, as text; an optional group that took
   * no part is an empty text. See {@link io.quintet.core.text.BoundedRegex} for the spelling and
   * the bound on the work.
   *
   * @throws java.util.regex.PatternSyntaxException if it is no regular expression
   */
  public Route rePath(String regex, View view) {
    return addExpression(regex, -1, (request, values) -> view.handle(request));
  }

  /** A regular expression with one value for the view. */
  public Route rePath(String regex, View1<String> view) {
    return addExpression(
        regex, 1, (request, values) -> view.handle(request, Routes.<String>at(values, 0)));
  }

  /** A regular expression with two values for the view. */
  public Route rePath(String regex, View2<String, String> view) {
    return addExpression(
        regex,
        2,
        (request, values) ->
            view.handle(request, Routes.<String>at(values, 0), Routes.<String>at(values, 1)));
  }

  /** Includes routes below a prefix, in the namespace of these. */
  public Routes include(String below, Consumer<Routes> define) {
    return include(below, define, Include.PLAIN);
  }

  /** Includes routes below a prefix, in a namespace of their own: {@code blog:detail}. */
  public Routes include(String below, Consumer<Routes> define, String innerNamespace) {
    return include(below, define, Include.app(innerNamespace));
  }

  /** Includes an app's routes below a prefix, in the namespace they ask for. */
  public Routes include(String below, RouteSource source) {
    return include(below, source::define, source.namespace());
  }

  /** Includes routes below a prefix, as an instance of an app and with values for their views. */
  public Routes include(String below, Consumer<Routes> define, Include include) {
    if (below.startsWith("/")) {
      throw leadingSlash(below);
    }
    return include(below, PathPart.parse(below, converters), define, include);
  }

  /** Includes routes behind a regular expression. */
  public Routes includeRe(String regex, Consumer<Routes> define, Include include) {
    PathPart part = new PathPart.Expression(BoundedRegex.compile(regex));
    return include(regex, List.of(part), define, include);
  }

  /**
   * Puts the current language before the paths of some routes: {@code /de/about/}. The language of
   * a request is then the one in its path; addresses are made in the current language.
   *
   * @throws IllegalStateException if these routes are included: the language stands first
   */
  public Routes languagePrefixes(Consumer<Routes> define) {
    return languagePrefixes(new PathPart.Language(null), define);
  }

  /** The same, where the paths of one language, the site's own, have no prefix. */
  public Routes languagePrefixes(Locale unprefixed, Consumer<Routes> define) {
    return languagePrefixes(new PathPart.Language(unprefixed), define);
  }

  private Routes languagePrefixes(PathPart.Language part, Consumer<Routes> define) {
    if (!scope.pattern().isEmpty()) {
      throw new IllegalStateException(
          "Language prefixes are used below '%s', but the language is the first part of a path: call languagePrefixes where the site's root routes are defined"
              .formatted(scope.pattern()));
    }
    return include(LANGUAGE, List.of(part), define, Include.PLAIN);
  }

  private Routes include(
      String source, List<PathPart> parts, Consumer<Routes> define, Include include) {
    List<List<Middleware>> outer = new ArrayList<>(outerScopes);
    outer.add(middleware);
    RouteScope inner = new RouteScope(scope, source, parts, include);
    scopes.add(inner);
    define.accept(new Routes(inner, new HashMap<>(converters), List.copyOf(outer), routes, scopes));
    return this;
  }

  /** Puts middleware around every route of these and of what they include, the first outermost. */
  public Routes use(Middleware... around) {
    middleware.addAll(List.of(around));
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

  List<RouteScope> scopes() {
    return List.copyOf(scopes);
  }

  private Route add(String route, int values, Route.Handler handler) {
    if (route.startsWith("/")) {
      throw leadingSlash(route);
    }
    return add(route, PathPart.parse(route, converters), values, handler);
  }

  private Route addExpression(String regex, int values, Route.Handler handler) {
    PathPart part = new PathPart.Expression(BoundedRegex.compile(regex));
    return add(regex, List.of(part), values, handler);
  }

  private Route add(String source, List<PathPart> parts, int values, Route.Handler handler) {
    List<List<Middleware>> around = new ArrayList<>(outerScopes);
    around.add(middleware);
    Route added = new Route(scope, source, parts, List.copyOf(around), handler);
    int found = PathPart.valueCount(added.parts());
    if (values >= 0 && found != values) {
      throw new IllegalArgumentException(
          "Route '%s' has %d values, but its view takes %d. Write the view as (Request%s) or change the pattern"
              .formatted(added.pattern(), found, values, ", value".repeat(found)));
    }
    routes.add(added);
    return added;
  }

  private static IllegalArgumentException leadingSlash(String route) {
    return new IllegalArgumentException(
        "Route '%s' starts with a slash, which is there already: write '%s'"
            .formatted(route, route.substring(1)));
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
