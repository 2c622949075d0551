package io.quintet.auth.forms;

import io.quintet.auth.Auth;
import io.quintet.auth.User;
import io.quintet.forms.Field;
import io.quintet.forms.Form;
import java.util.Optional;

/** User name (or e-mail address) and password. */
public final class LoginForm extends Form {
  private static final int LONGEST_NAME = 254;

  /** Who. */
  public final Field<String> username =
      text("username")
          .maxLength(LONGEST_NAME)
          .label("User name or e-mail")
          .attr("autocomplete", "username")
          .attr("autocapitalize", "none")
          .attr("autofocus", true);

  /** The proof. */
  public final Field<String> password =
      password("password").strip(false).label("Password").attr("autocomplete", "current-password");

  private Optional<User> user = Optional.empty();

  @Override
  protected void clean() {
    if (!username.isValid() || !password.isValid()) {
      return;
    }
    user = Auth.authenticate(username.value(), password.value());
    if (user.isEmpty()) {
      addError(
          "The user name and the password do not match. Note that capital and small letters differ"
              + " in the password.");
    }
  }

  /** The user, when the form is valid. */
  public User user() {
    return user.orElseThrow(() -> new IllegalStateException("The form is not valid"));
  }
}
