package io.quintet.conformance;

import io.quintet.core.MultiMap;
import io.quintet.http.Response;
import io.quintet.http.routing.Address;
import io.quintet.http.routing.Resolution;
import io.quintet.http.routing.Route;
import io.quintet.http.routing.RouteMatch;
import io.quintet.http.routing.Router;
import java.math.BigInteger;
import java.net.URI;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** URL patterns: resolved, reversed, and their converters. */
final class UrlRunner extends OpRunner {
  UrlRunner() {
    op("url_resolve", UrlRunner::resolve);
    op("url_reverse", UrlRunner::reverse);
    op("url_converter", UrlRunner::convert);
  }

  private static Router router(Input input) {
    try {
      return UrlRoutes.router(input.one(), input.one().object("input").get("urlconf"));
    } catch (IllegalArgumentException e) {
      if (input.one().object("expected").containsKey("error")) {
        throw e;
      }
      throw new Expected.Unsupported(
          "cannot apply to Java: a route that is refused where it is defined");
    }
  }

  private static @Nullable Object resolve(Input input) {
    return router(input).resolve(input.text("path"), "GET")
            instanceof Resolution.Found(RouteMatch match)
        ? found(input, match)
        : null;
  }

  private static Map<String, @Nullable Object> found(Input input, RouteMatch match) {
    Route route = match.route();
    Map<String, @Nullable Object> found = new LinkedHashMap<>();
    found.put("url_name", route.name().orElse(null));
    found.put("view", view(input));
    found.put("route", match.pattern());
    found.put("args", match.positional());
    found.put("kwargs", match.named());
    found.put("app_names", route.appNames());
    found.put(
        "namespaces",
        route.namespace().isEmpty() ? List.of() : Arrays.asList(route.namespace().split(":")));
    found.put("captured_kwargs", match.captured());
    found.put("extra_kwargs", route.extras());
    return found;
  }

  /** A view is only a label. */
  private static @Nullable Object view(Input input) {
    return Cases.object(input.one().object("expected").get("output")).get("view");
  }

  private static Object reverse(Input input) {
    Address address = Address.of(input.text("name"));
    if (input.get("args") instanceof List<?> args) {
      address = address.values(args.toArray());
    }
    if (input.get("kwargs") instanceof Map<?, ?> kwargs) {
      Map<String, @Nullable Object> named = new LinkedHashMap<>();
      kwargs.forEach((name, value) -> named.put(String.valueOf(name), value));
      address = address.named(named);
    }
    if (input.get("current_app") instanceof String app) {
      address = address.currentApp(app);
    }
    if (input.get("script_prefix") instanceof String prefix) {
      address = address.below(prefix);
    }
    if (input.get("query") != null) {
      address = address.query(query(input.get("query")));
    }
    if (input.get("fragment") != null) {
      address = address.fragment((String) input.get("fragment"));
    }
    return router(input).reverse(address);
  }

  private static MultiMap query(@Nullable Object query) {
    MultiMap.Builder fields = MultiMap.builder();
    switch (query) {
      case MultiMap map -> map.forEach(fields::add);
      case Map<?, ?> map -> map.forEach((name, value) -> add(fields, name, value));
      case List<?> pairs ->
          pairs.forEach(pair -> add(fields, ((List<?>) pair).get(0), ((List<?>) pair).get(1)));
      case null, default -> throw new ClassCastException("not a query: " + query);
    }
    return fields.build();
  }

  private static void add(MultiMap.Builder fields, @Nullable Object name, @Nullable Object value) {
    if (value instanceof List<?> several) {
      several.forEach(one -> fields.add(String.valueOf(name), String.valueOf(one)));
    } else {
      fields.add(String.valueOf(name), String.valueOf(value));
    }
  }

  private static Object convert(Input input) {
    Router router =
        Router.of(routes ->
            routes
                .path("<" + input.text("converter") + ":value>", request -> Response.empty())
                .name("value"));
    Map<String, @Nullable Object> found = new LinkedHashMap<>();
    if (!(router.resolve("/" + input.text("value"), "GET")
        instanceof Resolution.Found(RouteMatch match))) {
      if (Cases.object(input.one().object("expected").get("output")).get("value")
              instanceof Map<?, ?>
          && new BigInteger(input.text("value")).bitLength() > 63) {
        throw new Expected.Unsupported(
            "cannot apply to Java: a number in a path beyond a long (404 here)");
      }
      found.put("match", false);
      return found;
    }
    Object value = match.values().getFirst();
    found.put("match", true);
    found.put("value", value);
    String address = router.reverse("value", match.values()).substring(1);
    found.put("url", URI.create(address).getPath());
    return found;
  }
}
