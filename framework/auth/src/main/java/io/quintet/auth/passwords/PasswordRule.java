package io.quintet.auth.passwords;

import java.util.Map;
import java.util.Optional;

/** Something that every new password must satisfy. */
public interface PasswordRule {

  /** What the rule asks for, as a sentence. */
  String help();

  /**
   * What is wrong with the password.
   *
   * @param attributes what is known of the user: {@code username}, {@code email}, {@code first
   *     name} …
   */
  Optional<Violation> check(String password, Map<String, String> attributes);

  /**
   * A rule that is not kept.
   *
   * @param code stable: {@code password_too_short}
   * @param message for the user
   */
  record Violation(String code, String message) {}
}
