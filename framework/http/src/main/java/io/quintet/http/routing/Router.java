package io.quintet.http.routing;

import io.quintet.core.ExtensionPoint;
import io.quintet.core.Service;
import io.quintet.core.SiteContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** All routes of a site, ready to resolve and to reverse; safe for any number of threads. */
public final class Router {
  /** Where the site's root routes come from; later contributions follow earlier ones. */
  public static final ExtensionPoint<RouteSource> ROOTS = ExtensionPoint.named("root routes");

  /** The router of a site, made of {@link #ROOTS} with the site bound. */
  public static final Service<Router> SERVICE = Service.of("router", Router::of);

  private final List<Route> routes;
  private final RouteTree tree;
  private final ReverseIndex index;

  private Router(List<Route> routes) {
    this.routes = routes;
    this.tree = new RouteTree(routes);
    this.index = new ReverseIndex(routes);
  }

  private static Router of(SiteContext site) {
    List<Router> made = new ArrayList<>();
    site.run(() ->
        made.add(
            of(routes -> site.extensions(ROOTS).forEach(source -> routes.include("", source)))));
    return made.getFirst();
  }

  /** A router of the routes that the method defines. */
  public static Router of(Consumer<Routes> define) {
    Routes root = Routes.root();
    define.accept(root);
    return new Router(root.all());
  }

  /** What a decoded path (with its leading slash) and a method lead to. */
  public Resolution resolve(String path, String method) {
    return path.startsWith("/")
        ? tree.resolve(path.substring(1), method)
        : new Resolution.NotFound();
  }

  /** Every route, in order. */
  public List<Route> routes() {
    return routes;
  }

  /**
   * The address of a named route with values in order.
   *
   * @throws NoReverseMatch if there is no such name, or the values do not fit
   */
  public String reverse(String name, List<?> values) {
    return index.reverse(name, values);
  }

  /**
   * The address of a named route with values by name.
   *
   * @throws NoReverseMatch if there is no such name, or the values do not fit
   */
  public String reverse(String name, Map<String, ?> values) {
    return index.reverse(name, values);
  }
}
