package io.quintet.http;

import java.time.Duration;

/** 429: too many requests from this client; {@code Retry-After} says when to come back. */
public class TooManyRequests extends HttpError {
  private static final long serialVersionUID = 1;

  /** With the time after which the next request may succeed, rounded up to whole seconds. */
  public TooManyRequests(String message, Duration retryAfter) {
    this(message, retryAfter, Headers.none());
  }

  /** The same with more headers. */
  public TooManyRequests(String message, Duration retryAfter, Headers more) {
    super(
        Status.TOO_MANY_REQUESTS,
        "too_many_requests",
        message,
        more.with("Retry-After", Long.toString(seconds(retryAfter))),
        null);
  }

  private static long seconds(Duration wait) {
    return Math.max(0, wait.plusNanos(999_999_999).toSeconds());
  }
}
