package io.quintet.admin;

import io.quintet.auth.Auth;
import io.quintet.auth.User;
import io.quintet.auth.forms.LoginForm;
import io.quintet.auth.forms.PasswordChangeForm;
import io.quintet.http.Redirects;
import io.quintet.http.Request;
import io.quintet.http.Response;
import io.quintet.http.messages.Messages;
import io.quintet.views.Shortcuts;

/** Log-in for staff, log-out, and one's own password. */
final class SessionPages {
  private SessionPages() {}

  static Response login(Request request) {
    String next = request.post().get("next", request.query().get("next", ""));
    String target = Redirects.isSafe(next, request) ? next : Links.index();
    if (request.isGet() && Auth.user(request).filter(Access::isStaff).isPresent()) {
      return Response.redirect(target);
    }
    LoginForm form = new LoginForm();
    if (request.isPost()) {
      form.bind(request.post());
      if (form.isValid()) {
        if (Access.isStaff(form.user())) {
          Auth.login(request, form.user());
          return Response.redirect(target);
        }
        form.addError(
            "This account is not one of the staff. Log in with one that may enter the administration.");
      }
    }
    return Shortcuts.render(
            request,
            "admin/login.html",
            Values.with("title", "Log in")
                .and("siteName", AdminSite.current().name())
                .and("form", form)
                .and("next", Redirects.isSafe(next, request) ? next : "")
                .map())
        .withHeader("Cache-Control", "no-store");
  }

  /** Only by POST, so that no other site's picture can do it. */
  static Response logout(Request request) {
    if (request.isPost()) {
      Auth.logout(request);
      Messages.success(request, "You are logged out.");
    }
    return Response.redirect(Links.login());
  }

  static Response passwordChange(Request request) {
    User user = Access.of(request).user();
    PasswordChangeForm form = new PasswordChangeForm(user);
    if (request.isPost()) {
      form.bind(request.post());
      if (form.isValid()) {
        user.changePassword(form.newPassword1.value());
        user.save();
        Auth.keepSession(request, user);
        Messages.success(request, "Your password was changed.");
        return Response.redirect(Links.index());
      }
    }
    return AdminPage.titled(request, "Change your password")
        .crumb("Change your password", "")
        .render(
            "admin/password_change.html",
            Values.with("form", form).and("cancelUrl", Links.index()));
  }
}
