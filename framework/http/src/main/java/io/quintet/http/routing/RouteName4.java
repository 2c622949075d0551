package io.quintet.http.routing;

/**
 * The name of a route with four values; see {@link RouteName}.
 *
 * @param <A> the type of the first value
 * @param <B> the type of the second value
 * @param <C> the type of the third value
 * @param <D> the type of the fourth value
 */
public final class RouteName4<A, B, C, D> extends RouteSymbol {
  RouteName4(String name) {
    super(name);
  }

  /**
   * The path of the route, encoded.
   *
   * @throws NoReverseMatch if no route of the running site has this name, or a value does not fit
   */
  public String url(A first, B second, C third, D fourth) {
    return reverse(first, second, third, fourth);
  }
}
