package io.quintet.http;

import io.quintet.core.ExtensionPoint;
import java.util.Optional;

/**
 * Makes the page of an error outside development, such as from the template {@code 404.html}.
 * Without one, or if it fails, the built-in page is shown.
 */
@FunctionalInterface
public interface ErrorPage {
  /** Where apps add theirs; the first that gives a page decides. */
  ExtensionPoint<ErrorPage> POINT = ExtensionPoint.named("error pages");

  /** The page, or empty to leave it to others. Status and headers are set by the caller. */
  Optional<Response> render(Request request, HttpError error);
}
