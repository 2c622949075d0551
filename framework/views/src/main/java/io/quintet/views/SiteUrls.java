package io.quintet.views;

import io.quintet.core.SiteContext;
import io.quintet.http.Request;
import io.quintet.http.routing.Address;
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
      Address address = Address.of(name).currentApp(currentApp(context));
      return new Result.Found(
          router.reverse(keywords.isEmpty() ? address.values(arguments) : address.named(keywords)));
    } catch (NoReverseMatch e) {
      return new Result.NotFound(String.valueOf(e.getMessage()));
    }
  }

  /** The namespace of the page, so that the links of an app stay in its instance. */
  private static String currentApp(Context context) {
    return context.get("request") instanceof Request request
        ? request.match().map(match -> match.route().namespace()).orElse("")
        : "";
  }
}
