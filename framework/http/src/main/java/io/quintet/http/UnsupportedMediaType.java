package io.quintet.http;

/** 415: the body has a content type that is not read here. */
public class UnsupportedMediaType extends HttpError {
  private static final long serialVersionUID = 1;

  /** With the usual message. */
  public UnsupportedMediaType() {
    this("This content type is not supported.");
  }

  /** With a message for the client. */
  public UnsupportedMediaType(String message) {
    super(Status.UNSUPPORTED_MEDIA_TYPE, message);
  }
}
