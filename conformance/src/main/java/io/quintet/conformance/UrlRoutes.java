package io.quintet.conformance;

import io.quintet.http.Response;
import io.quintet.http.View;
import io.quintet.http.routing.Include;
import io.quintet.http.routing.Resolution;
import io.quintet.http.routing.Route;
import io.quintet.http.routing.RouteMatch;
import io.quintet.http.routing.Router;
import io.quintet.http.routing.Routes;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Routes made of recorded URL patterns. */
final class UrlRoutes {
  private static final View PAGE = request -> Response.empty();

  private UrlRoutes() {}

  /** The routes that a case names or holds. */
  static Router router(Case one, @Nullable Object urlconf) {
    List<?> patterns =
        urlconf instanceof List<?> list
            ? list
            : (List<?>)
                Objects.requireNonNull(
                    Cases.object(one.area().data().get("urlconfs")).get(urlconf));
    TypedValues values = new TypedValues(null);
    Locale own = Locale.forLanguageTag(new Settings(one).text("LANGUAGE_CODE"));
    return Router.of(routes -> define(routes, patterns, values, own));
  }

  private static void define(Routes routes, List<?> patterns, TypedValues values, Locale own) {
    for (Object entry : patterns) {
      Map<String, @Nullable Object> pattern = Cases.object(entry);
      String source = String.valueOf(pattern.get("route"));
      Map<String, @Nullable Object> extras = values.map(Cases.object(pattern.get("defaults")));
      boolean expression = "re_path".equals(pattern.get("type"));
      if (pattern.get("include") instanceof List<?> inner) {
        if ("i18n_patterns".equals(pattern.get("type"))) {
          languages(routes, pattern, below -> define(below, inner, values, own), own);
          continue;
        }
        Include include = include(pattern, extras);
        if (expression) {
          routes.includeRe(source, below -> define(below, inner, values, own), include);
        } else {
          routes.include(source, below -> define(below, inner, values, own), include);
        }
        continue;
      }
      Route route = expression ? routes.rePath(source, PAGE) : routes.path(source, PAGE);
      extras.forEach((name, value) -> route.extra(name, Objects.requireNonNull(value)));
      if (pattern.get("name") instanceof String name) {
        route.name(name);
      }
    }
  }

  private static Include include(
      Map<String, @Nullable Object> pattern, Map<String, @Nullable Object> extras) {
    String app = pattern.get("app_name") instanceof String text ? text : "";
    Include include =
        new Include(app, pattern.get("namespace") instanceof String text ? text : app, Map.of());
    for (Map.Entry<String, @Nullable Object> extra : extras.entrySet()) {
      include = include.extra(extra.getKey(), Objects.requireNonNull(extra.getValue()));
    }
    return include;
  }

  private static void languages(
      Routes routes, Map<String, @Nullable Object> pattern, Consumer<Routes> define, Locale own) {
    if (Boolean.TRUE.equals(pattern.get("prefix_default_language"))) {
      routes.languagePrefixes(define);
    } else {
      routes.languagePrefixes(own, define);
    }
  }

  /** The namespace of the route that answers a path; empty if none does. */
  static String namespace(Router router, String path) {
    return router.resolve(path, "GET") instanceof Resolution.Found(RouteMatch match)
        ? match.route().namespace()
        : "";
  }
}
