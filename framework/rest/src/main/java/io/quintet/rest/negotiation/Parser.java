package io.quintet.rest.negotiation;

import io.quintet.http.Request;
import org.jspecify.annotations.Nullable;

/** Reads bodies in a format. */
public interface Parser {
  /** The media type, such as {@code application/json}. */
  String mediaType();

  /**
   * The body: maps, lists, text, numbers, truth values, null, or a {@link
   * io.quintet.rest.serializers.FormInput}.
   *
   * @throws io.quintet.http.HttpError when it is malformed or too large
   */
  @Nullable Object parse(Request request);
}
