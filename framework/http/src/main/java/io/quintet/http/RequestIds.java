package io.quintet.http;

/** The id that ties together what is logged and answered for one request. */
public final class RequestIds {
  /** The id of a request; also in the response header {@value #HEADER}. */
  public static final RequestKey<String> KEY = RequestKey.named("request id");

  /** The header that carries the id in both directions. */
  public static final String HEADER = "X-Request-ID";

  private RequestIds() {}

  /** The id of a request; empty before the middleware has run. */
  public static String of(Request request) {
    return request.attribute(KEY).orElse("");
  }
}
