package io.quintet.conformance;

import io.quintet.http.routing.Address;
import io.quintet.http.routing.NoReverseMatch;
import io.quintet.http.routing.Router;
import io.quintet.templates.Context;
import io.quintet.templates.UrlResolver;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Answers {@code {% url %}} from recorded URL patterns. */
record UrlTag(Case one, Router router) implements UrlResolver {
  @Override
  public Result reverse(
      String name,
      List<@Nullable Object> arguments,
      Map<String, @Nullable Object> keywords,
      Context context) {
    Address address = Address.of(name).currentApp(currentApp());
    try {
      return new Result.Found(
          router.reverse(keywords.isEmpty() ? address.values(arguments) : address.named(keywords)));
    } catch (NoReverseMatch e) {
      return new Result.NotFound(e.reason());
    }
  }

  /** The app that the request names, else the namespace that its path lies in. */
  private String currentApp() {
    Map<String, @Nullable Object> request = one.object("request");
    if (request.containsKey("current_app")) {
      return request.get("current_app") instanceof String app ? app : "";
    }
    if (request.get("resolver_match_namespace") instanceof String namespace) {
      return namespace;
    }
    return request.get("path") instanceof String path ? UrlRoutes.namespace(router, path) : "";
  }
}
