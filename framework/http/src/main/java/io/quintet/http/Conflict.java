package io.quintet.http;

/** 409: the request does not fit the state of what it asks for. */
public class Conflict extends HttpError {
  private static final long serialVersionUID = 1;

  /** With the usual message. */
  public Conflict() {
    this("The request conflicts with the current state.");
  }

  /** With a message for the client. */
  public Conflict(String message) {
    super(Status.CONFLICT, message);
  }
}
