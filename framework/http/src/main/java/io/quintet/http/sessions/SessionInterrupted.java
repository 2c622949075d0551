package io.quintet.http.sessions;

import io.quintet.http.BadRequest;

/** The session was deleted, as by a log-out in another window, before this request had ended. */
public class SessionInterrupted extends BadRequest {
  private static final long serialVersionUID = 1;

  /** With the usual message. */
  public SessionInterrupted() {
    super(
        "Your session ended before this request was done, for example because you logged out in another window.");
  }
}
