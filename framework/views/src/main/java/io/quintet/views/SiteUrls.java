package io.quintet.views;

import io.quintet.core.SiteContext;
import io.quintet.http.routing.NoReverseMatch;
import io.quintet.http.routing.Router;
import io.quintet.templates.Context;
import io.quintet.templates.UrlResolver;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Answers {@code {% url %}} from the routes of a site. */
record SiteUrls(SiteContext site) implements UrlResolver {
  @Override
  public Result reverse(
      String name,
      List<@Nullable Object> arguments,
      Map<String, @Nullable Object> keywords,
      Context context) {
    Router router = site.service(Router.SERVICE);
    try {
      return new Result.Found(
          keywords.isEmpty() ? router.reverse(name, arguments) : router.reverse(name, keywords));
    } catch (NoReverseMatch e) {
      return new Result.NotFound(String.valueOf(e.getMessage()));
    }
  }
}
