package io.quintet.auth.passwords;

import java.util.Map;
import java.util.Optional;

/**
 * A password must have a number of characters.
 *
 * @param shortest the fewest characters that are allowed
 */
public record MinimumLengthRule(int shortest) implements PasswordRule {
  static final int SHORTEST = 8;

  @Override
  public String help() {
    return "Your password must contain at least " + characters() + ".";
  }

  @Override
  public Optional<Violation> check(String password, Map<String, String> attributes) {
    return password.codePointCount(0, password.length()) >= shortest
        ? Optional.empty()
        : Optional.of(
            new Violation(
                "password_too_short",
                "This password is too short. It must contain at least " + characters() + "."));
  }

  private String characters() {
    return shortest + (shortest == 1 ? " character" : " characters");
  }
}
