package io.quintet.http.csrf;

import io.quintet.core.SiteContext;
import io.quintet.http.Request;
import io.quintet.http.RequestKey;
import java.util.List;
import java.util.Optional;

/**
 * CSRF tokens for forms and scripts. In templates, {@code {% csrf_token %}} does all that is
 * needed.
 */
public final class Csrf {
  /**
   * Set to true by in-process test clients that do not want to be checked; nothing a client sends
   * can set it.
   */
  public static final RequestKey<Boolean> UNCHECKED = RequestKey.named("CSRF unchecked");

  private Csrf() {}

  /**
   * A token for a form field {@code csrfmiddlewaretoken} or the header {@code X-CSRFToken}; the
   * response sets the cookie.
   */
  public static String token(Request request) {
    return CsrfTokens.mask(request.require(CsrfState.KEY).secret());
  }

  /** Whether a token was given out during a request: its page belongs to one visitor then. */
  public static boolean isUsed(Request request) {
    return request.attribute(CsrfState.KEY).map(CsrfState::toSend).isPresent();
  }

  /** Changes the secret, as at log-in, so that a token known from before is worth nothing. */
  public static void rotate(Request request) {
    request.require(CsrfState.KEY).rotate();
  }

  /**
   * Why an unsafe request is not verified, for endpoints that are exempt and decide themselves, as
   * an API does for requests with a session. Empty if all is well.
   */
  public static Optional<String> fault(Request request) {
    if (request.isSafe() || request.attribute(UNCHECKED).orElse(false)) {
      return Optional.empty();
    }
    return SiteContext.current().service(CsrfCheck.SERVICE).fault(request);
  }

  /**
   * Why a request that names an origin is not from a page of this site or of a trusted one,
   * whatever its method: for what a browser lets any page ask for with the visitor's cookies, as
   * WebSockets are. Empty if all is well, or if no origin is named.
   *
   * @param others further origins that are trusted, such as {@code https://app.example.org}
   */
  public static Optional<String> originFault(Request request, List<String> others) {
    return SiteContext.current().service(CsrfCheck.SERVICE).originFault(request, others);
  }
}
