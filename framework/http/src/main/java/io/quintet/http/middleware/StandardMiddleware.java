package io.quintet.http.middleware;

import io.quintet.http.HttpSettings;
import io.quintet.http.Middleware;
import io.quintet.http.Stage;
import io.quintet.http.csrf.CsrfMiddleware;
import io.quintet.http.sessions.SessionMiddleware;
import io.quintet.http.staticfiles.MediaMiddleware;
import io.quintet.http.staticfiles.StaticMiddleware;
import java.util.List;

/** What {@link io.quintet.http.HttpApp} puts around the views. */
public final class StandardMiddleware {
  private static final Middleware PASS = (request, next) -> next.handle(request);

  private StandardMiddleware() {}

  /** All of it, in order. */
  public static List<Stage.Placed> all() {
    return List.of(
        Stage.EDGE.with("request id", site -> new RequestIdMiddleware()),
        Stage.EDGE.with(
            "access log",
            site -> site.setting(HttpSettings.ACCESS_LOG) ? new AccessLogMiddleware() : PASS),
        Stage.SECURITY.with("security headers", SecurityHeadersMiddleware::new),
        Stage.HEALTH.with("health", HealthMiddleware::new),
        Stage.HOST.with("host check", HostMiddleware::new),
        Stage.HOST.with("CORS", CorsMiddleware::new),
        Stage.COMPRESSION.with(
            "compression",
            site -> site.setting(HttpSettings.COMPRESSION) ? new CompressionMiddleware() : PASS),
        Stage.CONDITIONAL.with("conditional GET", site -> new ConditionalMiddleware(site.clock())),
        Stage.FILES.with("static files", StaticMiddleware::new),
        Stage.FILES.with(
            "media files",
            site -> site.app("storage").isPresent() ? new MediaMiddleware(site) : PASS),
        Stage.SESSION.with("session", SessionMiddleware::new),
        Stage.LOCALE.with("locale", LocaleMiddleware::new),
        Stage.CSRF.with("CSRF", CsrfMiddleware::new));
  }
}
