package io.quintet.http.csrf;

import io.quintet.http.Headers;
import io.quintet.http.HttpError;
import io.quintet.http.Status;

/** 403: an unsafe request without a valid CSRF token, or from another origin. */
public class CsrfFailed extends HttpError {
  private static final long serialVersionUID = 1;

  private final String reason;

  /** With the reason, such as {@code CSRF cookie not set.} */
  public CsrfFailed(String reason) {
    super(
        Status.FORBIDDEN,
        "csrf_failed",
        "The request could not be verified ("
            + reason
            + "). Go back, reload the page so that its form is fresh, make sure that cookies are on, and send it again.",
        Headers.none(),
        null);
    this.reason = reason;
  }

  /** Why it was refused. */
  public String reason() {
    return reason;
  }
}
