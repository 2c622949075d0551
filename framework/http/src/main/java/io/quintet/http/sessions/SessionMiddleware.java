package io.quintet.http.sessions;

import io.quintet.core.SiteContext;
import io.quintet.http.Cookie;
import io.quintet.http.Middleware;
import io.quintet.http.Request;
import io.quintet.http.Response;
import io.quintet.http.SameSite;
import io.quintet.http.Status;
import io.quintet.http.View;
import java.time.Duration;
import java.util.Optional;

/** Gives requests their session, and saves it after them if it was changed. */
public final class SessionMiddleware implements Middleware {
  private final SiteContext site;
  private final String cookieName;
  private final Duration age;
  private final boolean untilBrowserCloses;
  private final boolean saveAlways;
  private final boolean secure;

  /** The middleware of a site; the store is made when a session is first used. */
  public SessionMiddleware(SiteContext site) {
    this.site = site;
    this.cookieName = site.setting(SessionSettings.COOKIE);
    this.age = site.setting(SessionSettings.AGE);
    this.untilBrowserCloses = site.setting(SessionSettings.UNTIL_BROWSER_CLOSES);
    this.saveAlways = site.setting(SessionSettings.SAVE_ALWAYS);
    this.secure = site.setting(SessionSettings.COOKIES_SECURE);
  }

  @Override
  public Response handle(Request request, View next) throws Exception {
    Optional<String> sent = request.cookie(cookieName).filter(value -> !value.isEmpty());
    Session session = new Session(() -> site.service(Sessions.STORE), sent.orElse(null), age);
    request.set(Session.KEY, session);
    Response response = next.handle(request);
    if (!session.isAccessed()) {
      return saveAlways && sent.isPresent() ? saved(request, response, session) : response;
    }
    Response varying = response.withHeaders(response.headers().varyingBy("Cookie"));
    if (session.isEmpty()) {
      return sent.isPresent() ? varying.withDeletedCookie(cookieName) : varying;
    }
    return session.isModified() || saveAlways ? saved(request, varying, session) : varying;
  }

  /** A failed request leaves the session as it was. */
  private Response saved(Request request, Response response, Session session) {
    if (response.status() >= Status.INTERNAL_SERVER_ERROR || session.isEmpty()) {
      return response;
    }
    session.save();
    Cookie cookie =
        Cookie.of(cookieName, session.key().orElseThrow())
            .withHttpOnly(true)
            .withSameSite(SameSite.LAX)
            .withSecure(secure || request.isSecure());
    boolean ending = session.endsWithBrowser() || (untilBrowserCloses && !session.hasOwnExpiry());
    return response.withCookie(ending ? cookie : cookie.withMaxAge(session.age()));
  }
}
