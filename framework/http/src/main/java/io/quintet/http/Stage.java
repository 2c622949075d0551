package io.quintet.http;

import io.quintet.core.ExtensionPoint;
import io.quintet.core.SiteContext;
import java.util.function.Function;

/**
 * Where a middleware stands; the first stage is outermost. Middleware of one stage keeps the order
 * in which the apps add it.
 *
 * <pre>{@code
 * config.add(Stage.MIDDLEWARE, Stage.APPLICATION.with("tenant", site -> new TenantMiddleware(site)));
 * }</pre>
 */
public enum Stage {
  /**
   * Request id and access log: outermost, so that they see every request, its final status and its
   * whole time.
   */
  EDGE,
  /** Security headers: around everything that answers a visitor, refusals included. */
  SECURITY,
  /** Health probes: before the host check, because probes come by IP address and plain HTTP. */
  HEALTH,
  /**
   * Host check and HTTPS redirect: before anything reads the host. CORS after it: a preflight comes
   * without cookies or token, so it is answered before what asks for them.
   */
  HOST,
  /** Compression: outside conditional GET, whose tags are of the uncompressed content. */
  COMPRESSION,
  /** Conditional GET: outside everything that makes content. */
  CONDITIONAL,
  /** Static and media files: before sessions, so that they never carry or load one. */
  FILES,
  /** Sessions: before all that keep something in them. */
  SESSION,
  /**
   * Language and time zone of the visitor: reads the session; everything further in may show a
   * text.
   */
  LOCALE,
  /** CSRF: before authentication, so that a forged request does nothing in a visitor's name. */
  CSRF,
  /** Authentication: the user from the session or credentials. */
  AUTHENTICATION,
  /** Messages: need the session, and belong to a user. */
  MESSAGES,
  /** The site's own: everything above is in place. */
  APPLICATION;

  /** Where apps add their middleware. */
  public static final ExtensionPoint<Placed> MIDDLEWARE = ExtensionPoint.named("middleware");

  /**
   * A middleware in its place.
   *
   * @param stage its place
   * @param name what it is called in listings
   * @param factory makes it, once a site
   */
  public record Placed(Stage stage, String name, Function<SiteContext, Middleware> factory) {}

  /** A middleware in this place. */
  public Placed with(String name, Function<SiteContext, Middleware> factory) {
    return new Placed(this, name, factory);
  }
}
