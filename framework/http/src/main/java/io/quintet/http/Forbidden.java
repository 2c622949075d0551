package io.quintet.http;

/** 403: the visitor is known well enough, and may not do this. */
public class Forbidden extends HttpError {
  private static final long serialVersionUID = 1;

  /** With the usual message. */
  public Forbidden() {
    this("You do not have permission to do this.");
  }

  /** With a message for the client. */
  public Forbidden(String message) {
    super(Status.FORBIDDEN, message);
  }
}
