package io.quintet.http.routing;

/**
 * The name of a route as a typed constant, so that an address cannot be made of a wrong name or of
 * values of other types: it would not compile.
 *
 * <pre>{@code
 * public static final RouteName INDEX = RouteName.of("index");
 * public static final RouteName1<String> DETAIL = RouteName.one("detail");
 *
 * static void urls(Routes routes) {
 *   routes.path("", INDEX, BlogViews::index);
 *   routes.path("articles/<slug:slug>/", DETAIL, BlogViews::detail);
 * }
 *
 * String url = BlogUrls.DETAIL.url(post.slug);
 * }</pre>
 *
 * <p>The same route can be reversed by its text too, as templates do: {@code {% url "blog:detail"
 * post.slug %}}. Where routes are included twice, the address is that of the first; {@link Address}
 * chooses another.
 */
public final class RouteName extends RouteSymbol {
  private RouteName(String name) {
    super(name);
  }

  /** The name of a route without values. */
  public static RouteName of(String name) {
    return new RouteName(name);
  }

  /** The name of a route with one value. */
  public static <A> RouteName1<A> one(String name) {
    return new RouteName1<>(name);
  }

  /** The name of a route with two values. */
  public static <A, B> RouteName2<A, B> two(String name) {
    return new RouteName2<>(name);
  }

  /** The name of a route with three values. */
  public static <A, B, C> RouteName3<A, B, C> three(String name) {
    return new RouteName3<>(name);
  }

  /** The name of a route with four values. */
  public static <A, B, C, D> RouteName4<A, B, C, D> four(String name) {
    return new RouteName4<>(name);
  }

  /**
   * The path of the route, encoded.
   *
   * @throws NoReverseMatch if no route of the running site has this name
   */
  public String url() {
    return reverse();
  }
}
