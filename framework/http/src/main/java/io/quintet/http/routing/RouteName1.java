package io.quintet.http.routing;

/**
 * The name of a route with one value; see {@link RouteName}.
 *
 * @param <A> the type of the first value
 */
public final class RouteName1<A> extends RouteSymbol {
  RouteName1(String name) {
    super(name);
  }

  /**
   * The path of the route, encoded.
   *
   * @throws NoReverseMatch if no route of the running site has this name, or a value does not fit
   */
  public String url(A first) {
    return reverse(first);
  }
}
