package io.quintet.http;

/** 401: credentials are missing or wrong. Add {@code WWW-Authenticate} to the response. */
public class Unauthorized extends HttpError {
  private static final long serialVersionUID = 1;

  /** With the usual message. */
  public Unauthorized() {
    this("Authentication credentials were not provided or are wrong.");
  }

  /** With a message for the client. */
  public Unauthorized(String message) {
    super(Status.UNAUTHORIZED, message);
  }
}
