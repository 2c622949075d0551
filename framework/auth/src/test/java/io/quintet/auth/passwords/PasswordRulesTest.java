package io.quintet.auth.passwords;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PasswordRulesTest {
  private static Optional<String> message(
      PasswordRule rule, String password, Map<String, String> attributes) {
    return rule.check(password, attributes).map(PasswordRule.Violation::message);
  }

  @Test
  void aShortPasswordIsRefused() {
    var rule = new MinimumLengthRule(8);
    assertThat(message(rule, "1234567", Map.of()))
        .contains("This password is too short. It must contain at least 8 characters.");
    assertThat(message(rule, "12345678", Map.of())).isEmpty();
    assertThat(new MinimumLengthRule(1).help())
        .isEqualTo("Your password must contain at least 1 character.");
  }

  @Test
  void digitsAloneAreRefused() {
    assertThat(message(new NumericPasswordRule(), "42424242", Map.of()))
        .contains("This password is entirely numeric.");
    assertThat(message(new NumericPasswordRule(), "٤٢٤٢٤٢٤٢", Map.of())).isPresent();
    assertThat(message(new NumericPasswordRule(), "4242424a", Map.of())).isEmpty();
  }

  @Test
  void whatEverybodyTriesFirstIsRefused() {
    assertThat(message(new CommonPasswordRule(), " PassWord ", Map.of()))
        .contains("This password is too common.");
    assertThat(message(new CommonPasswordRule(), "a-safe-password", Map.of())).isEmpty();
  }

  @Test
  void whatIsLikeTheUserIsRefused() {
    var rule = new SimilarityRule(0.7);
    assertThat(message(rule, "testclient", Map.of("username", "testclient")))
        .contains("The password is too similar to the username.");
    assertThat(message(rule, "example.com", Map.of("email address", "test@example.com")))
        .contains("The password is too similar to the email address.");
    assertThat(message(rule, "a-safe-password", Map.of("username", "testclient"))).isEmpty();
  }
}
