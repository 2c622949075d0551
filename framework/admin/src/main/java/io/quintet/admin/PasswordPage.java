package io.quintet.admin;

import io.quintet.auth.Auth;
import io.quintet.auth.User;
import io.quintet.auth.forms.SetPasswordForm;
import io.quintet.core.ImproperlyConfigured;
import io.quintet.http.Request;
import io.quintet.http.Response;
import io.quintet.http.messages.Messages;
import io.quintet.orm.Db;
import io.quintet.orm.meta.Models;
import java.util.List;

/** Sets the password of another user, who is logged out everywhere by that. */
final class PasswordPage {
  private PasswordPage() {}

  static Response handle(Request request, String key) {
    ModelAdmin<User> admin =
        AdminSite.current()
            .find(Models.of(User.class))
            .orElseThrow(() -> new ImproperlyConfigured("The users are not registered."));
    Access access = Access.of(request);
    access.require(admin, Right.CHANGE, null);
    User user = Rows.get(admin, request, key);
    access.require(admin, Right.CHANGE, user);
    String change = Links.keeping(Links.change(user, admin.model()), request);
    SetPasswordForm form = new SetPasswordForm(user);
    if (request.isPost()) {
      form.bind(request.post());
      if (form.isValid()) {
        set(request, user, form.newPassword1.value());
        return Response.redirect(change);
      }
    }
    return AdminPage.titled(request, "Set the password")
        .under(admin.model())
        .crumb(Display.name(user), change)
        .crumb("Password", "")
        .render(
            "admin/password_change.html",
            Values.with("form", form)
                .and("cancelUrl", change)
                .and("account", Values.with("username", user.username).map()));
  }

  private static void set(Request request, User user, String password) {
    Db.atomic(() -> {
      user.changePassword(password);
      user.save();
      Journal.changed(request, user, List.of("Password"));
    });
    if (user.equals(Access.of(request).user())) {
      Auth.keepSession(request, user);
    }
    Messages.success(request, "The password of “%s” was set.".formatted(user.username));
  }
}
