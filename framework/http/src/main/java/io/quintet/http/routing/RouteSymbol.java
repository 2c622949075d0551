package io.quintet.http.routing;

import io.quintet.core.SiteContext;
import java.util.Arrays;

/** The name of a route as a constant; two are the same only if they are the same object. */
abstract sealed class RouteSymbol
    permits RouteName, RouteName1, RouteName2, RouteName3, RouteName4 {
  private final String name;

  RouteSymbol(String name) {
    this.name = name;
  }

  final String name() {
    return name;
  }

  final String reverse(Object... values) {
    return SiteContext.current().service(Router.SERVICE).reverse(this, Arrays.asList(values));
  }

  @Override
  public final String toString() {
    return name;
  }
}
