package io.quintet.auth.forms;

import io.quintet.auth.User;
import io.quintet.forms.Field;

/** A new password for somebody who proved otherwise who they are. */
public final class SetPasswordForm extends NewPassword {
  private final User user;

  /** The new password. */
  public final Field<String> newPassword1 = first("new_password1", "New password");

  /** The new password once more. */
  public final Field<String> newPassword2 = second("new_password2");

  /** For this user. */
  public SetPasswordForm(User user) {
    this.user = user;
  }

  @Override
  protected void clean() {
    checkPair(newPassword1, newPassword2, attributes(user));
  }
}
