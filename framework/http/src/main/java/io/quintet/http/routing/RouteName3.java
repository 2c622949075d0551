package io.quintet.http.routing;

/**
 * The name of a route with three values; see {@link RouteName}.
 *
 * @param <A> the type of the first value
 * @param <B> the type of the second value
 * @param <C> the type of the third value
 */
public final class RouteName3<A, B, C> extends RouteSymbol {
  RouteName3(String name) {
    super(name);
  }

  /**
   * The path of the route, encoded.
   *
   * @throws NoReverseMatch if no route of the running site has this name, or a value does not fit
   */
  public String url(A first, B second, C third) {
    return reverse(first, second, third);
  }
}
