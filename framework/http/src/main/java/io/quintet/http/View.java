package io.quintet.http;

/** A page or endpoint: a plain function from a request to a response. */
@FunctionalInterface
public interface View {
  /**
   * Answers the request.
   *
   * @throws HttpError to answer with an error page of that status
   * @throws Exception anything else becomes a 500 page and is logged
   */
  Response handle(Request request) throws Exception;
}
