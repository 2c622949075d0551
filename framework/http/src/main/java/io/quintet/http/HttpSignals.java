package io.quintet.http;

import io.quintet.core.signals.Signal;

/** What happens to requests, for those who want to know. Receivers run in the request's thread. */
public final class HttpSignals {
  /** A request has come in. */
  public static final Signal<Request> REQUEST_STARTED = Signal.named("request started");

  /** A request was answered. */
  public static final Signal<Finished> REQUEST_FINISHED = Signal.named("request finished");

  /** A view or middleware failed with an exception that is not an {@link HttpError}. */
  public static final Signal<Failed> REQUEST_FAILED = Signal.named("request failed");

  private HttpSignals() {}

  /**
   * A request and its answer.
   *
   * @param request the request
   * @param response the response, before it is sent
   */
  public record Finished(Request request, Response response) {}

  /**
   * A request and what went wrong.
   *
   * @param request the request
   * @param error the exception
   */
  public record Failed(Request request, Throwable error) {}
}
