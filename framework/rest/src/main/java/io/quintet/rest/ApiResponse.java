package io.quintet.rest;

import io.quintet.http.Headers;
import io.quintet.http.Status;
import org.jspecify.annotations.Nullable;

/**
 * What an API answers, before it is written in the format that the client asked for.
 *
 * @param status the status code
 * @param data maps, lists, text, numbers, truth values and null; null with {@code hasBody} false is
 *     no body
 * @param headers more headers
 * @param hasBody whether there is a body
 */
public record ApiResponse(int status, @Nullable Object data, Headers headers, boolean hasBody) {
  /** 200 with data. */
  public static ApiResponse ok(@Nullable Object data) {
    return of(Status.OK, data);
  }

  /** 201 with data. */
  public static ApiResponse created(@Nullable Object data) {
    return of(Status.CREATED, data);
  }

  /** 204. */
  public static ApiResponse noContent() {
    return new ApiResponse(Status.NO_CONTENT, null, Headers.none(), false);
  }

  /** Any status with data. */
  public static ApiResponse of(int status, @Nullable Object data) {
    return new ApiResponse(status, data, Headers.none(), true);
  }

  /** A copy with a header. */
  public ApiResponse withHeader(String name, String value) {
    return new ApiResponse(status, data, headers.with(name, value), hasBody);
  }
}
