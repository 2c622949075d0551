package io.quintet.auth.views;

import io.quintet.auth.Auth;
import io.quintet.auth.forms.LoginForm;
import io.quintet.core.SiteContext;
import io.quintet.core.settings.Setting;
import io.quintet.http.Redirects;
import io.quintet.http.Request;
import io.quintet.http.Response;
import io.quintet.http.routing.Urls;
import io.quintet.views.Shortcuts;
import java.util.Map;
import java.util.Set;

/** Log-in and log-out. */
public final class SessionViews {
  /** Where a user goes who logged in without having asked for a page. */
  public static final Setting<String> LOGIN_REDIRECT =
      Setting.text("auth.login-redirect", "/", "Where users go after a log-in");

  private SessionViews() {}

  /** Shows the log-in form and takes it; goes on to {@code next} if that is a page of this site. */
  public static Response login(Request request) {
    var form = new LoginForm();
    String next = next(request);
    if (request.isPost()) {
      form.bind(request.post());
      if (form.isValid()) {
        Auth.login(request, form.user());
        return Response.redirect(
            next.isEmpty() ? SiteContext.current().setting(LOGIN_REDIRECT) : next);
      }
    }
    return Shortcuts.render(request, "accounts/login.html", Map.of("form", form, "next", next));
  }

  /** Logs out; only by POST, so that no other site's picture can do it. */
  public static Response logout(Request request) {
    if (!request.isPost()) {
      return Response.redirect(Urls.reverse("login"));
    }
    Auth.logout(request);
    return Shortcuts.render(request, "accounts/logged_out.html", Map.of());
  }

  /** The page asked for, or the empty text when none was or it is not of this site. */
  static String next(Request request) {
    String next = request.post().get("next", request.query().get("next", ""));
    boolean safe = Redirects.isSafe(next, Set.of(request.host()), request.isSecure());
    return safe ? next : "";
  }
}
