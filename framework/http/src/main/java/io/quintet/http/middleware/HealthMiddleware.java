package io.quintet.http.middleware;

import io.quintet.core.SiteContext;
import io.quintet.http.HealthCheck;
import io.quintet.http.Middleware;
import io.quintet.http.Request;
import io.quintet.http.Response;
import io.quintet.http.Status;
import io.quintet.http.View;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Answers {@code /healthz} (the process is alive) and {@code /readyz} (what it needs works). */
final class HealthMiddleware implements Middleware {
  private static final Logger LOG = System.getLogger("io.quintet.http.health");

  private final SiteContext site;
  private final List<HealthCheck> checks;
  private final Set<String> failing = ConcurrentHashMap.newKeySet();

  HealthMiddleware(SiteContext site) {
    this.site = site;
    this.checks = site.extensions(HealthCheck.POINT);
  }

  @Override
  public Response handle(Request request, View next) throws Exception {
    if (!request.isGet()) {
      return next.handle(request);
    }
    return switch (request.path()) {
      case "/healthz" ->
          Response.json(Map.of("status", "ok")).withHeader("Cache-Control", "no-store");
      case "/readyz" -> ready().withHeader("Cache-Control", "no-store");
      default -> next.handle(request);
    };
  }

  private Response ready() {
    Map<String, String> results = new LinkedHashMap<>();
    boolean ready = true;
    for (HealthCheck check : checks) {
      try {
        check.check(site);
        results.put(check.name(), "ok");
        if (failing.remove(check.name())) {
          LOG.log(Level.INFO, "Health check ''{0}'' passes again", check.name());
        }
      } catch (Exception e) {
        if (failing.add(check.name())) {
          LOG.log(Level.WARNING, "Health check ''{0}'' fails: {1}", check.name(), e.getMessage());
        }
        LOG.log(Level.DEBUG, "Health check '" + check.name() + "' failed", e);
        results.put(check.name(), "failed");
        ready = false;
      }
    }
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("status", ready ? "ok" : "failed");
    answer.put("checks", results);
    Response response = Response.json(answer);
    return ready ? response : response.withStatus(Status.SERVICE_UNAVAILABLE);
  }
}
