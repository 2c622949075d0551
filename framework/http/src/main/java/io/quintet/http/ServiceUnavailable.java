package io.quintet.http;

import java.time.Duration;

/** 503: not able to answer now; {@code Retry-After} says when to come back. */
public class ServiceUnavailable extends HttpError {
  private static final long serialVersionUID = 1;

  /** With the time after which to try again, rounded up to whole seconds. */
  public ServiceUnavailable(String message, Duration retryAfter) {
    super(
        Status.SERVICE_UNAVAILABLE,
        "service_unavailable",
        message,
        Headers.of(
            "Retry-After",
            Long.toString(Math.max(0, retryAfter.plusNanos(999_999_999).toSeconds()))),
        null);
  }
}
