package io.quintet.auth.views;

import io.quintet.auth.Auth;
import io.quintet.auth.User;
import io.quintet.auth.forms.RegistrationForm;
import io.quintet.auth.passwords.Passwords;
import io.quintet.auth.tokens.Verification;
import io.quintet.core.SiteContext;
import io.quintet.http.Request;
import io.quintet.http.Response;
import io.quintet.http.routing.Urls;
import io.quintet.orm.Db;
import io.quintet.views.Shortcuts;
import java.util.Map;
import java.util.Optional;

/**
 * Registration: an inactive account is made and a link is mailed; the link activates it. Whoever
 * registers with an address that has an account already sees the same page, and no second account
 * is made.
 */
public final class RegistrationViews {
  private RegistrationViews() {}

  /** Shows the form and takes it. */
  public static Response register(Request request) {
    var form = new RegistrationForm();
    if (request.isPost()) {
      form.bind(request.post());
      if (form.isValid()) {
        Db.atomic(() -> create(request, form));
        return Response.redirect(Urls.reverse("register_done"));
      }
    }
    return Shortcuts.render(
        request,
        "accounts/register.html",
        Map.of("form", form, "next", SessionViews.next(request)));
  }

  /** Says that a mail is on its way. */
  public static Response done(Request request) {
    return Shortcuts.render(request, "accounts/register_done.html", Map.of());
  }

  /** The mailed link: activates the account. */
  public static Response verify(Request request, String token) {
    Optional<User> user = Verification.check(token);
    if (user.isEmpty()) {
      return Shortcuts.render(request, "accounts/verify_failed.html", Map.of()).withStatus(400);
    }
    if (!user.get().isActive && user.get().lastLogin == null) {
      user.get().isActive = true;
      user.get().save();
    }
    return Shortcuts.render(request, "accounts/verify_done.html", Map.of());
  }

  private static void create(Request request, RegistrationForm form) {
    if (User.objects.filter("email__iexact", form.email.value()).exists()) {
      Passwords.current().hash(form.password1.value());
      return;
    }
    var user = new User();
    user.username = form.username.value();
    user.email = form.email.value();
    user.isActive = false;
    user.dateJoined = SiteContext.current().clock().instant();
    user.changePassword(form.password1.value());
    user.save();
    String path = Urls.reverse("verify", Verification.make(user));
    Db.onCommit(() -> AccountMail.send(request, "verify", user, path));
  }

  /** The page about oneself. */
  public static Response profile(Request request) {
    User user = Auth.requireUser(request);
    var form = new io.quintet.auth.forms.ProfileForm();
    form.initial(Map.of("first_name", user.firstName, "last_name", user.lastName));
    if (request.isPost()) {
      form.bind(request.post());
      if (form.isValid()) {
        user.firstName = form.firstName.orElse("");
        user.lastName = form.lastName.orElse("");
        user.save();
        io.quintet.http.messages.Messages.success(request, "Your details were saved.");
        return Response.redirect(Urls.reverse("profile"));
      }
    }
    return Shortcuts.render(request, "accounts/profile.html", Map.of("form", form));
  }
}
