package io.quintet.http;

import io.quintet.http.internal.Text;
import java.util.Collection;

/** 405: the address exists, but not for this method; {@code Allow} lists those it has. */
public class MethodNotAllowed extends HttpError {
  private static final long serialVersionUID = 1;

  /** The method that was used, and those that are allowed. */
  public MethodNotAllowed(String method, Collection<String> allowed) {
    super(
        Status.METHOD_NOT_ALLOWED,
        "method_not_allowed",
        "Method "
            + Text.quote(method)
            + " is not allowed here; allowed: "
            + String.join(", ", allowed)
            + ".",
        Headers.of("Allow", String.join(", ", allowed)),
        null);
  }
}
