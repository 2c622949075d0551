package io.quintet.http;

/**
 * A view with two values taken from the path, in the order of the route.
 *
 * @param <A> the type of the first value
 * @param <B> the type of the second value
 */
@FunctionalInterface
public interface View2<A, B> {
  /**
   * Answers the request.
   *
   * @throws HttpError to answer with an error page of that status
   * @throws Exception anything else becomes a 500 page and is logged
   */
  Response handle(Request request, A first, B second) throws Exception;
}
