package io.quintet.rest;

/** Answers a call of an API. */
@FunctionalInterface
public interface ApiHandler {
  /**
   * The answer.
   *
   * @throws io.quintet.http.HttpError to answer with its status and {@code {"detail": ...}}
   * @throws Exception when something fails
   */
  ApiResponse handle(ApiRequest request) throws Exception;
}
