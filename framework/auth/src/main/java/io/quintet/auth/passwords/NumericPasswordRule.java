package io.quintet.auth.passwords;

import java.util.Map;
import java.util.Optional;

/** A password must not consist of digits alone, of whatever script. */
public record NumericPasswordRule() implements PasswordRule {

  @Override
  public String help() {
    return "Your password can\u2019t be entirely numeric.";
  }

  @Override
  public Optional<Violation> check(String password, Map<String, String> attributes) {
    boolean numeric = !password.isEmpty() && password.codePoints().allMatch(Character::isDigit);
    return numeric
        ? Optional.of(
            new Violation("password_entirely_numeric", "This password is entirely numeric."))
        : Optional.empty();
  }
}
