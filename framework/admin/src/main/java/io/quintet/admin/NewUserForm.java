package io.quintet.admin;

import io.quintet.auth.User;
import io.quintet.auth.passwords.PasswordRule;
import io.quintet.auth.passwords.PasswordRules;
import io.quintet.core.SiteContext;
import io.quintet.forms.Field;
import io.quintet.forms.models.ModelForm;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** A new user: the name, the address and a first password; the rest is edited afterwards. */
final class NewUserForm extends ModelForm<User> {
  private static final int LONGEST = 4096;
  private static final Pattern ALLOWED = Pattern.compile("[\\p{L}\\p{N}@.+_-]+");

  private final Field<String> password =
      password("password1")
          .maxLength(LONGEST)
          .label("Password")
          .attr("autocomplete", "new-password")
          .help("At least 8 characters; not only digits, and nothing that is easy to guess.");

  private final Field<String> again =
      password("password2")
          .maxLength(LONGEST)
          .label("The same again")
          .attr("autocomplete", "new-password");

  NewUserForm(User user) {
    super(user, "username", "email");
  }

  @Override
  protected void clean() {
    Field<?> username = model("username");
    String name = username.isValid() ? String.valueOf(username.orNull()) : "";
    if (username.isValid() && !ALLOWED.matcher(name).matches()) {
      addError(username, "Use letters, digits and @ . + - _ only.");
    }
    if (!password.isValid()) {
      return;
    }
    if (again.isValid() && !password.value().equals(again.value())) {
      addError(again, "The two passwords differ.");
      return;
    }
    Map<String, String> attributes = new HashMap<>();
    attributes.put("user name", name);
    attributes.values().removeIf(String::isEmpty);
    for (PasswordRule.Violation violation :
        PasswordRules.check(SiteContext.current(), password.value(), attributes)) {
      addError(password, violation.message());
    }
  }

  @Override
  protected void afterClean() {
    super.afterClean();
    if (errors().isEmpty()) {
      instance().changePassword(password.value());
    }
  }
}
