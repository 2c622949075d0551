package io.quintet.auth.forms;

import io.quintet.auth.User;
import io.quintet.auth.passwords.PasswordRule;
import io.quintet.auth.passwords.PasswordRules;
import io.quintet.core.SiteContext;
import io.quintet.forms.Field;
import io.quintet.forms.Form;
import java.util.LinkedHashMap;
import java.util.Map;

/** Two fields for a new password, and the rules that it must keep. */
abstract class NewPassword extends Form {
  private static final int LONGEST = 4096;

  final Field<String> first(String name, String label) {
    return password(name)
        .strip(false)
        .maxLength(LONGEST)
        .label(label)
        .attr("autocomplete", "new-password")
        .help("At least 8 characters; not only digits, and nothing that is easy to guess.");
  }

  final Field<String> second(String name) {
    return password(name)
        .strip(false)
        .maxLength(LONGEST)
        .label("The same again")
        .attr("autocomplete", "new-password");
  }

  final void checkPair(
      Field<String> password, Field<String> again, Map<String, String> attributes) {
    if (!password.isValid()) {
      return;
    }
    if (again.isValid() && !password.value().equals(again.value())) {
      addError(again, "The two passwords differ.");
      return;
    }
    for (PasswordRule.Violation violation :
        PasswordRules.check(SiteContext.current(), password.value(), attributes)) {
      addError(password, violation.message());
    }
  }

  static Map<String, String> attributes(User user) {
    return attributes(user.username, user.email, user.firstName, user.lastName);
  }

  static Map<String, String> attributes(
      String username, String email, String firstName, String lastName) {
    Map<String, String> attributes = new LinkedHashMap<>();
    attributes.put("user name", username);
    attributes.put("first name", firstName);
    attributes.put("last name", lastName);
    attributes.put("e-mail address", email);
    attributes.values().removeIf(String::isEmpty);
    return attributes;
  }
}
