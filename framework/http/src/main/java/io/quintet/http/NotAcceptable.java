package io.quintet.http;

/** 406: none of the types that the client accepts can be given. */
public class NotAcceptable extends HttpError {
  private static final long serialVersionUID = 1;

  /** With the usual message. */
  public NotAcceptable() {
    this("None of the accepted content types is available.");
  }

  /** With a message for the client. */
  public NotAcceptable(String message) {
    super(Status.NOT_ACCEPTABLE, message);
  }
}
