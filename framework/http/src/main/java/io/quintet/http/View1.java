package io.quintet.http;

/**
 * A view with one value taken from the path, in the order of the route.
 *
 * @param <A> the type of the value
 */
@FunctionalInterface
public interface View1<A> {
  /**
   * Answers the request.
   *
   * @throws HttpError to answer with an error page of that status
   * @throws Exception anything else becomes a 500 page and is logged
   */
  Response handle(Request request, A first) throws Exception;
}
