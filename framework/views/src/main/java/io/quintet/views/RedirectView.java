package io.quintet.views;

import io.quintet.http.Request;
import io.quintet.http.Response;
import io.quintet.http.View;

/**
 * Sends the browser to another address.
 *
 * <pre>{@code
 * routes.path("old-news/", RedirectView.to("blog:list").permanent());
 * }</pre>
 */
public final class RedirectView implements View {
  private final String target;
  private final Object[] values;
  private final boolean permanent;
  private final boolean keepsQuery;

  private RedirectView(String target, Object[] values, boolean permanent, boolean keepsQuery) {
    this.target = target;
    this.values = values;
    this.permanent = permanent;
    this.keepsQuery = keepsQuery;
  }

  /** To a route by its name and values, or to an address, which is what holds a slash. */
  public static RedirectView to(String nameOrUrl, Object... values) {
    return new RedirectView(nameOrUrl, values.clone(), false, false);
  }

  /** For ever: browsers and search engines remember it. */
  public RedirectView permanent() {
    return new RedirectView(target, values, true, keepsQuery);
  }

  /** The query string goes along. */
  public RedirectView keepQuery() {
    return new RedirectView(target, values, permanent, true);
  }

  @Override
  public Response handle(Request request) {
    String url = Shortcuts.address(target, values);
    String query = request.queryString();
    if (keepsQuery && !query.isEmpty()) {
      url += (url.indexOf('?') < 0 ? "?" : "&") + query;
    }
    return permanent ? Response.redirectPermanently(url) : Response.redirect(url);
  }
}
