package io.quintet.rest.authentication;

import io.quintet.auth.Auth;
import io.quintet.auth.User;
import io.quintet.core.SiteContext;
import io.quintet.http.Request;
import io.quintet.http.csrf.Csrf;
import io.quintet.http.sessions.SessionSettings;
import io.quintet.rest.ApiErrors;
import java.util.Map;
import java.util.Optional;

/** The session of somebody who is logged in to the site; asks for the CSRF token. */
public final class SessionAuthentication implements Authentication {
  @Override
  public Optional<Credentials> authenticate(Request request) {
    Optional<User> user = Auth.user(request);
    if (user.isEmpty()) {
      return Optional.empty();
    }
    Csrf.fault(request)
        .ifPresent(fault -> {
          throw ApiErrors.permissionDenied("CSRF Failed: " + fault);
        });
    return Optional.of(new Credentials(user.get(), "session"));
  }

  @Override
  public String schemeName() {
    return "session";
  }

  @Override
  public Map<String, Object> scheme() {
    String cookie =
        SiteContext.find().map(site -> site.setting(SessionSettings.COOKIE)).orElse("sessionid");
    return Map.of("type", "apiKey", "in", "cookie", "name", cookie);
  }
}
