package io.quintet.rest;

import io.quintet.http.Headers;
import io.quintet.http.HttpError;
import io.quintet.http.Status;
import java.time.Duration;

/** The errors of an API: throw them, and the client gets {@code {"detail": ...}}. */
public final class ApiErrors {
  /** The code of {@link #notAuthenticated}. */
  public static final String NOT_AUTHENTICATED = "not_authenticated";

  /** The code of {@link #authenticationFailed}. */
  public static final String AUTHENTICATION_FAILED = "authentication_failed";

  private ApiErrors() {}

  /** The client did not say who it is. */
  public static HttpError notAuthenticated() {
    return error(
        Status.UNAUTHORIZED, NOT_AUTHENTICATED, "Authentication credentials were not provided.");
  }

  /** The client is not who it says. */
  public static HttpError authenticationFailed(String detail) {
    return error(Status.UNAUTHORIZED, AUTHENTICATION_FAILED, detail);
  }

  /** The client may not do this. */
  public static HttpError permissionDenied() {
    return permissionDenied("You do not have permission to perform this action.");
  }

  /** The client may not do this. */
  public static HttpError permissionDenied(String detail) {
    return error(Status.FORBIDDEN, "permission_denied", detail);
  }

  /** There is no such thing. */
  public static HttpError notFound() {
    return notFound("Not found.");
  }

  /** There is no such thing. */
  public static HttpError notFound(String detail) {
    return error(Status.NOT_FOUND, "not_found", detail);
  }

  /** The body cannot be read. */
  public static HttpError parseError(String detail) {
    return error(Status.BAD_REQUEST, "parse_error", detail);
  }

  /** The address does not know the method. */
  public static HttpError methodNotAllowed(String method) {
    return error(
        Status.METHOD_NOT_ALLOWED, "method_not_allowed", "Method \"" + method + "\" not allowed.");
  }

  /** No format that the client accepts. */
  public static HttpError notAcceptable() {
    return error(
        Status.NOT_ACCEPTABLE, "not_acceptable", "Could not satisfy the request Accept header.");
  }

  /** A body in a format that the address does not read. */
  public static HttpError unsupportedMediaType(String mediaType) {
    return error(
        Status.UNSUPPORTED_MEDIA_TYPE,
        "unsupported_media_type",
        "Unsupported media type \"" + mediaType + "\" in request.");
  }

  /** Too many calls; the next may succeed after a time. */
  public static HttpError throttled(Duration wait) {
    long seconds = Math.max(1, wait.plusNanos(999_999_999).toSeconds());
    return new HttpError(
        Status.TOO_MANY_REQUESTS,
        "throttled",
        "Request was throttled. Expected available in %d second%s."
            .formatted(seconds, seconds == 1 ? "" : "s"),
        Headers.of("Retry-After", Long.toString(seconds)),
        null);
  }

  private static HttpError error(int status, String code, String detail) {
    return new HttpError(status, code, detail, Headers.none(), null);
  }
}
