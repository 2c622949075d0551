package io.quintet.http.routing;

/**
 * The name of a route with two values; see {@link RouteName}.
 *
 * @param <A> the type of the first value
 * @param <B> the type of the second value
 */
public final class RouteName2<A, B> extends RouteSymbol {
  RouteName2(String name) {
    super(name);
  }

  /**
   * The path of the route, encoded.
   *
   * @throws NoReverseMatch if no route of the running site has this name, or a value does not fit
   */
  public String url(A first, B second) {
    return reverse(first, second);
  }
}
