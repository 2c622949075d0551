package institute.pages;

import io.quintet.http.Middleware;
import io.quintet.http.Request;
import io.quintet.http.Response;
import io.quintet.http.View;
import java.time.Duration;

// snippet: middleware
/** Tells the browser's developer tools how long the site itself took. */
final class ServerTiming implements Middleware {
  @Override
  public Response handle(Request request, View next) throws Exception {
    long start = System.nanoTime();
    Response response = next.handle(request);
    long micros = Duration.ofNanos(System.nanoTime() - start).toNanos() / 1_000;
    return response.withHeader("Server-Timing", "app;dur=" + micros / 1_000.0);
  }
}
// end snippet
