package io.quintet.http.middleware;

import io.quintet.http.Middleware;
import io.quintet.http.Request;
import io.quintet.http.RequestIds;
import io.quintet.http.Response;
import io.quintet.http.View;
import io.quintet.http.internal.Text;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Locale;

/**
 * One line for each request, of names and values; the query string is left out, since it may hold
 * secrets.
 */
final class AccessLogMiddleware implements Middleware {
  private static final Logger LOG = System.getLogger("io.quintet.http.access");

  @Override
  public Response handle(Request request, View next) throws Exception {
    long start = System.nanoTime();
    Response response = next.handle(request);
    if (LOG.isLoggable(Level.INFO)) {
      LOG.log(Level.INFO, line(request, response, System.nanoTime() - start));
    }
    return response;
  }

  private static String line(Request request, Response response, long nanos) {
    return "method=%s path=%s status=%d bytes=%d ms=%s ip=%s id=%s"
        .formatted(
            request.method(),
            Text.quote(request.path()),
            response.status(),
            response.body().size(),
            String.format(Locale.ROOT, "%.1f", nanos / 1e6),
            request.remoteAddress(),
            RequestIds.of(request));
  }
}
