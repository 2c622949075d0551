package io.quintet.http.middleware;

import io.quintet.core.SiteContext;
import io.quintet.http.Headers;
import io.quintet.http.HttpSettings;
import io.quintet.http.Middleware;
import io.quintet.http.Request;
import io.quintet.http.Response;
import io.quintet.http.View;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Lets pages of other sites read answers of this one, as far as the settings name their origins
 * (the CORS protocol of the Fetch standard). A preflight is answered here, before sessions and
 * views; without a named origin nothing is added and the browser refuses.
 */
final class CorsMiddleware implements Middleware {
  private static final String ANY = "*";
  private static final String METHODS = "DELETE, GET, HEAD, OPTIONS, PATCH, POST, PUT";
  private static final Duration REMEMBERED = Duration.ofHours(1);

  private final List<String> origins;
  private final List<String> requestHeaders;
  private final boolean credentials;

  CorsMiddleware(SiteContext site) {
    this.origins =
        site.setting(HttpSettings.CORS_ORIGINS).stream()
            .map(origin -> origin.toLowerCase(Locale.ROOT))
            .toList();
    this.requestHeaders = site.setting(HttpSettings.CORS_HEADERS);
    this.credentials = site.setting(HttpSettings.CORS_CREDENTIALS);
  }

  @Override
  public Response handle(Request request, View next) throws Exception {
    if (origins.isEmpty()) {
      return next.handle(request);
    }
    Optional<String> allowed = request.header("Origin").filter(this::isAllowed);
    boolean preflight =
        request.method().equals("OPTIONS")
            && request.headers().has("Origin")
            && request.headers().has("Access-Control-Request-Method");
    Response response = preflight ? Response.empty() : next.handle(request);
    Headers headers = response.headers().varyingBy("Origin");
    if (allowed.isPresent()) {
      headers = headers.with("Access-Control-Allow-Origin", answer(allowed.get()));
      if (credentials && !origins.contains(ANY)) {
        headers = headers.with("Access-Control-Allow-Credentials", "true");
      }
      if (preflight) {
        headers =
            headers
                .with("Access-Control-Allow-Methods", METHODS)
                .with("Access-Control-Allow-Headers", String.join(", ", requestHeaders))
                .with("Access-Control-Max-Age", Long.toString(REMEMBERED.toSeconds()));
      }
    }
    return response.withHeaders(headers);
  }

  private boolean isAllowed(String origin) {
    return origins.contains(ANY) || origins.contains(origin.toLowerCase(Locale.ROOT));
  }

  /** An origin is echoed only if it is one of the settings. */
  private String answer(String origin) {
    return origins.contains(ANY) ? ANY : origin.toLowerCase(Locale.ROOT);
  }
}
