package io.quintet.http.csrf;

import io.quintet.http.RequestKey;
import org.jspecify.annotations.Nullable;

/** What is known of the CSRF secret while a request runs. */
final class CsrfState {
  static final RequestKey<CsrfState> KEY = RequestKey.named("CSRF state");

  private @Nullable String secret;
  private boolean changed;

  CsrfState(@Nullable String secret) {
    this.secret = secret;
  }

  /** The secret, made now if there is none. */
  String secret() {
    if (secret == null) {
      rotate();
    }
    changed = true;
    return String.valueOf(secret);
  }

  void rotate() {
    secret = CsrfTokens.newSecret();
    changed = true;
  }

  /** The secret if the response must set the cookie. */
  @Nullable String toSend() {
    return changed ? secret : null;
  }
}
