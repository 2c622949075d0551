package io.quintet.http;

import io.quintet.core.QuintetException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An error that is an answer: thrown by a view or middleware, it becomes the error page of its
 * status.
 *
 * <p>The message is shown to the client, so it must hold nothing that the client may not know.
 */
public class HttpError extends QuintetException {
  private static final long serialVersionUID = 1;

  private final int status;
  private final String code;
  private final transient Headers headers;

  /** An error of a status (400 to 599) with a message for the client. */
  public HttpError(int status, String message) {
    this(status, defaultCode(status), message, Headers.none(), null);
  }

  /**
   * An error with a machine-readable code such as {@code not_found}, and headers for the response.
   */
  public HttpError(
      int status, String code, String message, Headers headers, @Nullable Throwable cause) {
    super(message, cause);
    if (status < 400 || status > 599) {
      throw new IllegalArgumentException(
          "An HttpError has a status from 400 to 599, found " + status);
    }
    this.status = status;
    this.code = code;
    this.headers = headers;
  }

  /** The status code of the response. */
  public int status() {
    return status;
  }

  /** A word for programs, such as {@code not_found}. */
  public String code() {
    return code;
  }

  /** What to tell the client. */
  public String detail() {
    return getMessage();
  }

  /** Headers that the response must have, such as {@code Allow}. */
  public Headers headers() {
    return headers;
  }

  private static String defaultCode(int status) {
    return Status.reason(status).toLowerCase(Locale.ROOT).replace(' ', '_');
  }
}
