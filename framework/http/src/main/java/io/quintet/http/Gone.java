package io.quintet.http;

/** 410: what was here is gone for good. */
public class Gone extends HttpError {
  private static final long serialVersionUID = 1;

  /** With the usual message. */
  public Gone() {
    this("What was here is gone.");
  }

  /** With a message for the client. */
  public Gone(String message) {
    super(Status.GONE, message);
  }
}
