package io.quintet.http;

import io.quintet.core.ExtensionPoint;
import java.util.Optional;

/** Turns an exception of another room into an HTTP error, such as a missing row into a 404. */
@FunctionalInterface
public interface ErrorMapper {
  /** Where apps add theirs; the first that knows the exception decides. */
  ExtensionPoint<ErrorMapper> POINT = ExtensionPoint.named("error mappers");

  /** The HTTP error to answer with, or empty if this exception is not known. */
  Optional<HttpError> map(Throwable error);
}
