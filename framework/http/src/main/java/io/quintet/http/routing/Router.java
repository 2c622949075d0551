package io.quintet.http.routing;

import io.quintet.core.ExtensionPoint;
import io.quintet.core.Service;
import io.quintet.core.SiteContext;
import io.quintet.http.Languages;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All routes of a site, ready to resolve and to reverse; safe for any number of threads. */
public final class Router {
  /** Where the site's root routes come from; later contributions follow earlier ones. */
  public static final ExtensionPoint<RouteSource> ROOTS = ExtensionPoint.named("root routes");

  /** The router of a site, made of {@link #ROOTS} with the site bound. */
  public static final Service<Router> SERVICE = Service.of("router", Router::of);

  private final List<Route> routes;
  private final RouteTree tree;
  private final ReverseIndex index;
  private final List<PathPart.Language> languages;

  private Router(Routes root) {
    this.routes = root.all();
    this.tree = new RouteTree(routes);
    this.index = new ReverseIndex(routes, root.scopes());
    this.languages =
        routes.stream()
            .flatMap(route -> route.parts().stream().limit(1))
            .filter(PathPart.Language.class::isInstance)
            .map(PathPart.Language.class::cast)
            .distinct()
            .toList();
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
    return new Router(root);
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
   * The language that a decoded path is in, of those that the site has: that of its prefix, else
   * the one without a prefix. Empty if no route has a language in its path.
   */
  public Optional<Locale> language(String path, List<Locale> known) {
    if (languages.isEmpty()) {
      return Optional.empty();
    }
    return known.stream()
        .filter(locale -> path.startsWith("/" + Languages.prefix(locale)))
        .findFirst()
        .or(() ->
            languages.stream()
                .flatMap(language -> Stream.ofNullable(language.unprefixed()))
                .findFirst());
  }

  /**
   * The address of a named route with values in order.
   *
   * @throws NoReverseMatch if there is no such name, or the values do not fit
   */
  public String reverse(String name, List<? extends @Nullable Object> values) {
    return reverse(Address.of(name).values(values));
  }

  /**
   * The address of a named route with values by name.
   *
   * @throws NoReverseMatch if there is no such name, or the values do not fit
   */
  public String reverse(String name, Map<String, ? extends @Nullable Object> values) {
    return reverse(Address.of(name).named(values));
  }

  /**
   * The address of a named route.
   *
   * @throws NoReverseMatch if there is no such name, or the values do not fit
   */
  public String reverse(Address address) {
    return index.reverse(address);
  }

  String reverse(RouteSymbol symbol, List<? extends @Nullable Object> values) {
    return reverse(index.nameOf(symbol), values);
  }
}
