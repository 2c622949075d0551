package io.quintet.rest.negotiation;

import io.quintet.rest.ApiRequest;
import io.quintet.rest.ApiResponse;

/** Writes answers in a format. */
public interface Renderer {
  /** The media type, such as {@code application/json}. */
  String mediaType();

  /** The name in {@code ?format=}, such as {@code json}. */
  String format();

  /** The value of the header {@code Content-Type}. */
  default String contentType() {
    return mediaType();
  }

  /** The body. */
  byte[] render(ApiRequest request, ApiResponse response);
}
