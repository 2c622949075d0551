package io.quintet.auth.forms;

import io.quintet.auth.User;
import io.quintet.auth.passwords.Passwords;
import io.quintet.forms.Field;

/** The old password and a new one. */
public final class PasswordChangeForm extends NewPassword {
  private final User user;

  /** The present password. */
  public final Field<String> oldPassword =
      password("old_password")
          .strip(false)
          .label("Present password")
          .attr("autocomplete", "current-password")
          .attr("autofocus", true);

  /** The new one. */
  public final Field<String> newPassword1 = first("new_password1", "New password");

  /** The new one once more. */
  public final Field<String> newPassword2 = second("new_password2");

  /** For this user. */
  public PasswordChangeForm(User user) {
    this.user = user;
  }

  @Override
  protected void clean() {
    if (oldPassword.isValid() && !Passwords.current().verify(oldPassword.value(), user.password)) {
      addError(oldPassword, "That is not your present password. Type it again.");
    }
    checkPair(newPassword1, newPassword2, attributes(user));
  }
}
