package io.quintet.http;

/** 400: the request cannot be understood. */
public class BadRequest extends HttpError {
  private static final long serialVersionUID = 1;

  /** With the usual message. */
  public BadRequest() {
    this("The request cannot be understood.");
  }

  /** With a message for the client. */
  public BadRequest(String message) {
    super(Status.BAD_REQUEST, message);
  }
}
