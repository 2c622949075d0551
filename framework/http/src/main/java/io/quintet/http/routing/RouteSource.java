package io.quintet.http.routing;

/** Routes that an app offers to be included: {@code routes.include("admin/", Admin.urls())}. */
public interface RouteSource {
  /** The namespace of the names, or an empty text for none. */
  String namespace();

  /** Defines the routes. */
  void define(Routes routes);
}
