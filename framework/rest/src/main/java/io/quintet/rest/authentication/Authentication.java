package io.quintet.rest.authentication;

import io.quintet.http.Request;
import java.util.Map;
import java.util.Optional;

/** A way for a client to prove who it is. */
public interface Authentication {
  /**
   * Who calls; empty when the client did not try this way.
   *
   * @throws io.quintet.http.HttpError when it tried and failed
   */
  Optional<Credentials> authenticate(Request request);

  /**
   * The {@code WWW-Authenticate} header that tells how; empty when there is none, and then a
   * refusal is 403 in the place of 401.
   */
  default Optional<String> challenge() {
    return Optional.empty();
  }

  /** The name of its security scheme in the OpenAPI document. */
  String schemeName();

  /** Its security scheme in the OpenAPI document. */
  Map<String, Object> scheme();
}
