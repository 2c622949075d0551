package io.quintet.http;

/**
 * A view with four values taken from the path, in the order of the route.
 *
 * @param <A> the type of the first value
 * @param <B> the type of the second value
 * @param <C> the type of the third value
 * @param <D> the type of the fourth value
 */
@FunctionalInterface
public interface View4<A, B, C, D> {
  /**
   * Answers the request.
   *
   * @throws HttpError to answer with an error page of that status
   * @throws Exception anything else becomes a 500 page and is logged
   */
  Response handle(Request request, A first, B second, C third, D fourth) throws Exception;
}
