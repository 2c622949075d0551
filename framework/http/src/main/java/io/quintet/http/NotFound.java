package io.quintet.http;

/** 404: there is nothing at this address, or nothing that this visitor may know of. */
public class NotFound extends HttpError {
  private static final long serialVersionUID = 1;

  /** With the usual message. */
  public NotFound() {
    this("Not found.");
  }

  /** With a message for the client. */
  public NotFound(String message) {
    super(Status.NOT_FOUND, message);
  }
}
