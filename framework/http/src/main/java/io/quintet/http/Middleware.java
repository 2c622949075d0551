package io.quintet.http;

/**
 * A step around the views: it may answer itself, change the request's attributes, or change the
 * response.
 *
 * <p>What {@code next} returns is always a response: errors thrown further in have become error
 * pages by then.
 *
 * <pre>{@code
 * Middleware timing = (request, next) -> {
 *   long start = System.nanoTime();
 *   Response response = next.handle(request);
 *   return response.withHeader("Server-Timing", "app;dur=" + (System.nanoTime() - start) / 1_000_000);
 * };
 * }</pre>
 */
@FunctionalInterface
public interface Middleware {
  /**
   * Answers the request, usually by calling {@code next}.
   *
   * @throws HttpError to answer with an error page of that status
   * @throws Exception anything else becomes a 500 page and is logged
   */
  Response handle(Request request, View next) throws Exception;

  /** The view with this middleware around it. */
  default View around(View view) {
    return request -> handle(request, view);
  }
}
