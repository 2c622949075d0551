package io.quintet.http.routing;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How routes are included: the app they belong to, the name of this instance of it, and values that
 * every view of them gets.
 *
 * <pre>{@code
 * routes.include("polls/", Polls::urls, Include.app("polls"));
 * routes.include("surveys/", Polls::urls, Include.app("polls").namespace("surveys"));
 * Urls.reverse("polls:index");      // /polls/, or /surveys/ on a page of that instance
 * Urls.reverse("surveys:index");    // /surveys/
 * }</pre>
 *
 * @param app the name that the routes' author gave them; empty: they have none
 * @param namespace the name of this instance; empty: the routes are in the namespace around them
 * @param extras values by name that are not in the path, see {@link Route#extra}
 */
public record Include(String app, String namespace, Map<String, Object> extras) {
  /** No names and no values. */
  public static final Include PLAIN = new Include("", "", Map.of());

  /** Checks the names and copies the values. */
  public Include {
    if (app.indexOf(':') >= 0 || namespace.indexOf(':') >= 0) {
      throw new IllegalArgumentException(
          "The app name '%s' and the namespace '%s' may not hold colons, which stand between namespaces"
              .formatted(app, namespace));
    }
    extras = Collections.unmodifiableMap(new LinkedHashMap<>(extras));
  }

  /** The routes of an app, in a namespace of the same name. */
  public static Include app(String name) {
    return new Include(name, name, Map.of());
  }

  /** The same as another instance. */
  public Include namespace(String name) {
    return new Include(app, name, extras);
  }

  /** The same with one more value for the views. */
  public Include extra(String name, Object value) {
    Map<String, Object> more = new LinkedHashMap<>(extras);
    more.put(name, value);
    return new Include(app, namespace, more);
  }
}
