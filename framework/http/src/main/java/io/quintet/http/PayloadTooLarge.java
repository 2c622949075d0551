package io.quintet.http;

/** 413: the body, or a part of it, is larger than allowed. */
public class PayloadTooLarge extends HttpError {
  private static final long serialVersionUID = 1;

  /** With the usual message. */
  public PayloadTooLarge() {
    this("The request is larger than allowed.");
  }

  /** With a message for the client. */
  public PayloadTooLarge(String message) {
    super(Status.PAYLOAD_TOO_LARGE, message);
  }
}
