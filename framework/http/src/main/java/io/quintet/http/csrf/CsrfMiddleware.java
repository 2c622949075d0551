package io.quintet.http.csrf;

import io.quintet.core.SiteContext;
import io.quintet.http.Cookie;
import io.quintet.http.Middleware;
import io.quintet.http.Request;
import io.quintet.http.Response;
import io.quintet.http.SameSite;
import io.quintet.http.View;
import io.quintet.http.internal.Text;
import io.quintet.http.sessions.SessionSettings;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Optional;

/**
 * Refuses unsafe requests that do not come from a page of this site, unless their route is exempt.
 */
public final class CsrfMiddleware implements Middleware {
  private static final Logger LOG = System.getLogger("io.quintet.http.csrf");
  private static final Duration YEAR = Duration.ofDays(364);

  private final CsrfCheck check;
  private final String cookieName;
  private final boolean secure;

  /** The middleware of a site. */
  public CsrfMiddleware(SiteContext site) {
    this.check = site.service(CsrfCheck.SERVICE);
    this.cookieName = site.setting(CsrfSettings.COOKIE);
    this.secure = site.setting(SessionSettings.COOKIES_SECURE);
  }

  @Override
  public Response handle(Request request, View next) throws Exception {
    Optional<String> cookie = request.cookie(cookieName);
    CsrfState state =
        new CsrfState(cookie.filter(value -> CsrfTokens.fault(value).isEmpty()).orElse(null));
    request.set(CsrfState.KEY, state);
    boolean exempt =
        request.isSafe()
            || request.attribute(Csrf.UNCHECKED).orElse(false)
            || request.match().isEmpty()
            || request.match().filter(match -> match.route().isCsrfExempt()).isPresent();
    Optional<String> reason = exempt ? Optional.empty() : check.fault(request);
    if (reason.isPresent()) {
      LOG.log(Level.WARNING, "Refused " + request + ": " + Text.quote(reason.get()));
      throw new CsrfFailed(reason.get());
    }
    Response response = next.handle(request);
    String secret = state.toSend();
    if (secret == null) {
      return response;
    }
    Cookie updated =
        Cookie.of(cookieName, secret)
            .withMaxAge(YEAR)
            .withSameSite(SameSite.LAX)
            .withSecure(secure || request.isSecure());
    return response.withHeaders(response.headers().varyingBy("Cookie")).withCookie(updated);
  }
}
