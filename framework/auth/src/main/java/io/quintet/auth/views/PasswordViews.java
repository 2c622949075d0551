package io.quintet.auth.views;

import io.quintet.auth.Auth;
import io.quintet.auth.User;
import io.quintet.auth.forms.PasswordChangeForm;
import io.quintet.auth.forms.PasswordResetForm;
import io.quintet.auth.forms.SetPasswordForm;
import io.quintet.auth.passwords.Passwords;
import io.quintet.auth.tokens.ResetTokens;
import io.quintet.http.Request;
import io.quintet.http.Response;
import io.quintet.http.routing.Urls;
import io.quintet.http.sessions.Session;
import io.quintet.views.Shortcuts;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

/** Password change, and reset by a mailed link. */
public final class PasswordViews {
  private static final String SESSION_TOKEN = "_password_reset_token";
  private static final String TOKEN_IN_SESSION = "set-password";

  private PasswordViews() {}

  /** Shows the form for a new password and takes it; the other sessions of the user end. */
  public static Response change(Request request) {
    User user = Auth.requireUser(request);
    var form = new PasswordChangeForm(user);
    if (request.isPost()) {
      form.bind(request.post());
      if (form.isValid()) {
        user.changePassword(form.newPassword1.value());
        user.save();
        Auth.keepSession(request, user);
        return Response.redirect(Urls.reverse("password_change_done"));
      }
    }
    return Shortcuts.render(request, "accounts/password_change.html", Map.of("form", form));
  }

  /** Says that the password was changed. */
  public static Response changeDone(Request request) {
    return Shortcuts.render(request, "accounts/password_change_done.html", Map.of());
  }

  /** Asks for an address and mails a link to the accounts that have it; the page never tells. */
  public static Response reset(Request request) {
    var form = new PasswordResetForm();
    if (request.isPost()) {
      form.bind(request.post());
      if (form.isValid()) {
        User.objects
            .filter("email__iexact", form.email.value())
            .filter("isActive", true)
            .list()
            .stream()
            .filter(user -> Passwords.isUsable(user.password))
            .forEach(user -> AccountMail.send(request, "password_reset", user, link(user)));
        return Response.redirect(Urls.reverse("password_reset_done"));
      }
    }
    return Shortcuts.render(request, "accounts/password_reset.html", Map.of("form", form));
  }

  /** Says that a mail is on its way, if there is such an account. */
  public static Response resetDone(Request request) {
    return Shortcuts.render(request, "accounts/password_reset_done.html", Map.of());
  }

  /**
   * The mailed link. The token moves into the session and out of the address at once, so that it
   * leaks into no log and no referrer.
   */
  public static Response resetConfirm(Request request, String encodedId, String token) {
    Optional<User> user = decode(encodedId);
    Session session = request.session();
    if (user.isPresent() && !token.equals(TOKEN_IN_SESSION)) {
      if (ResetTokens.current().check(user.get(), token)) {
        session.put(SESSION_TOKEN, token);
        return Response.redirect(
            Urls.reverse("password_reset_confirm", encodedId, TOKEN_IN_SESSION));
      }
    }
    boolean valid =
        user.isPresent()
            && token.equals(TOKEN_IN_SESSION)
            && session
                .text(SESSION_TOKEN)
                .filter(kept -> ResetTokens.current().check(user.get(), kept))
                .isPresent();
    if (!valid) {
      return Shortcuts.render(
              request, "accounts/password_reset_confirm.html", Map.of("validLink", false))
          .withStatus(400);
    }
    var form = new SetPasswordForm(user.get());
    if (request.isPost()) {
      form.bind(request.post());
      if (form.isValid()) {
        user.get().changePassword(form.newPassword1.value());
        user.get().save();
        session.remove(SESSION_TOKEN);
        return Response.redirect(Urls.reverse("password_reset_complete"));
      }
    }
    return Shortcuts.render(
        request, "accounts/password_reset_confirm.html", Map.of("form", form, "validLink", true));
  }

  /** Says that the new password is set. */
  public static Response resetComplete(Request request) {
    return Shortcuts.render(request, "accounts/password_reset_complete.html", Map.of());
  }

  private static String link(User user) {
    String id =
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(Long.toString(user.id).getBytes(StandardCharsets.US_ASCII));
    return Urls.reverse("password_reset_confirm", id, ResetTokens.current().make(user));
  }

  private static Optional<User> decode(String encodedId) {
    try {
      byte[] bytes = Base64.getUrlDecoder().decode(encodedId);
      long id = Long.parseLong(new String(bytes, StandardCharsets.US_ASCII));
      return User.objects.filter("id", id).first();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
