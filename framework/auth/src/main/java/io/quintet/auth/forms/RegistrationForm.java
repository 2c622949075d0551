package io.quintet.auth.forms;

import io.quintet.auth.User;
import io.quintet.forms.Field;
import java.util.regex.Pattern;

/**
 * A new account. The address is taken silently when it is in use, so that nobody can probe for it.
 */
public final class RegistrationForm extends NewPassword {
  private static final int LONGEST_NAME = 150;
  private static final int LONGEST_EMAIL = 254;
  private static final Pattern ALLOWED = Pattern.compile("[\\p{L}\\p{N}@.+_-]+");

  /** The name to log in with. */
  public final Field<String> username =
      text("username")
          .maxLength(LONGEST_NAME)
          .label("User name")
          .help("Letters, digits and @ . + - _ only.")
          .attr("autocomplete", "username")
          .attr("autocapitalize", "none");

  /** Where the verification goes. */
  public final Field<String> email =
      email("email").maxLength(LONGEST_EMAIL).label("E-mail").attr("autocomplete", "email");

  /** The password. */
  public final Field<String> password1 = first("password1", "Password");

  /** The password once more. */
  public final Field<String> password2 = second("password2");

  @Override
  protected void clean() {
    if (username.isValid()) {
      if (!ALLOWED.matcher(username.value()).matches()) {
        addError(username, "Use letters, digits and @ . + - _ only.");
      } else if (User.objects.filter("username__iexact", username.value()).exists()) {
        addError(username, "This user name is taken. Choose another one.");
      }
    }
    checkPair(password1, password2, attributes(username.orElse(""), email.orElse(""), "", ""));
  }
}
