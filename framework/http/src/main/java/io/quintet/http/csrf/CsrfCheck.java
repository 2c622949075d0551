package io.quintet.http.csrf;

import io.quintet.core.Service;
import io.quintet.core.SiteContext;
import io.quintet.http.Request;
import java.util.List;
import java.util.Optional;

/** The check itself, for the middleware and for those who exempt a route and ask later. */
final class CsrfCheck {
  static final Service<CsrfCheck> SERVICE = Service.of("CSRF check", CsrfCheck::new);

  private static final String FIELD = "csrfmiddlewaretoken";
  private static final String HEADER = "X-CSRFToken";

  private final CsrfOrigins origins;
  private final String cookieName;

  private CsrfCheck(SiteContext site) {
    this.origins = new CsrfOrigins(site.setting(CsrfSettings.TRUSTED_ORIGINS));
    this.cookieName = site.setting(CsrfSettings.COOKIE);
  }

  /** Why the request is refused, if it is. */
  Optional<String> fault(Request request) {
    return origins.fault(request).or(() -> tokenFault(request));
  }

  /** Why a request that names an origin comes neither from this site nor from those. */
  Optional<String> originFault(Request request, List<String> others) {
    boolean other = request.header("Origin").filter(new CsrfOrigins(others)::trusts).isPresent();
    return other ? Optional.empty() : origins.originFault(request);
  }

  private Optional<String> tokenFault(Request request) {
    Optional<String> cookie = request.cookie(cookieName);
    if (cookie.isEmpty()) {
      return Optional.of("CSRF cookie not set.");
    }
    Optional<String> cookieFault = CsrfTokens.fault(cookie.get());
    if (cookieFault.isPresent()) {
      return Optional.of("CSRF cookie " + cookieFault.get() + ".");
    }
    String source = "POST";
    String token = request.isPost() ? request.post().get(FIELD, "") : "";
    if (token.isEmpty()) {
      source = "the 'X-Csrftoken' HTTP header";
      token = request.headers().get(HEADER, "");
    }
    if (token.isEmpty()) {
      return Optional.of("CSRF token missing.");
    }
    Optional<String> tokenFault = CsrfTokens.fault(token);
    if (tokenFault.isPresent()) {
      return Optional.of("CSRF token from " + source + " " + tokenFault.get() + ".");
    }
    return CsrfTokens.matches(token, cookie.get())
        ? Optional.empty()
        : Optional.of("CSRF token from " + source + " incorrect.");
  }
}
