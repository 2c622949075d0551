package io.quintet.http.routing;

import io.quintet.core.SiteContext;
import java.util.Arrays;
import java.util.Map;

/** Addresses of the current site's named routes: {@code Urls.reverse("blog:detail", post.slug)}. */
public final class Urls {
  private Urls() {}

  /**
   * The path of a named route, encoded, with values in the order of the pattern.
   *
   * @throws NoReverseMatch if there is no such name, or the values do not fit; the message lists
   *     near names
   */
  public static String reverse(String name, Object... values) {
    return router().reverse(name, Arrays.asList(values));
  }

  /**
   * The path of a named route, encoded, with values by name.
   *
   * @throws NoReverseMatch if there is no such name, or the values do not fit; the message lists
   *     near names
   */
  public static String reverse(String name, Map<String, ?> values) {
    return router().reverse(name, values);
  }

  /**
   * The path of a named route with a query string, a fragment or a current app, encoded.
   *
   * @throws NoReverseMatch if there is no such name, or the values do not fit; the message lists
   *     near names
   */
  public static String reverse(Address address) {
    return router().reverse(address);
  }

  private static Router router() {
    return SiteContext.current().service(Router.SERVICE);
  }
}
