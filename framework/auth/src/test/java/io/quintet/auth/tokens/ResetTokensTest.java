package io.quintet.auth.tokens;

import static org.assertj.core.api.Assertions.assertThat;

import io.quintet.auth.User;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class ResetTokensTest {
  private static final Clock NOW =
      Clock.fixed(Instant.parse("2026-11-24T12:00:00Z"), ZoneOffset.UTC);
  private static final Duration THREE_DAYS = Duration.ofDays(3);

  private final ResetTokens tokens = new ResetTokens(List.of("secret"), THREE_DAYS, NOW);

  private static User user() {
    var user = new User();
    user.id = 7;
    user.email = "ada@example.org";
    user.password = "pbkdf2_sha256$1$salt$hash";
    return user;
  }

  @Test
  void aTokenIsGoodForItsUserUntilItIsOld() {
    String token = tokens.make(user());
    assertThat(tokens.check(user(), token)).isTrue();
    assertThat(later(THREE_DAYS).check(user(), token)).isTrue();
    assertThat(later(THREE_DAYS.plusSeconds(1)).check(user(), token)).isFalse();
  }

  @Test
  void aTokenIsWorthNothingOncePasswordLoginOrAddressChanged() {
    String token = tokens.make(user());
    var changed = user();
    changed.password = "other";
    assertThat(tokens.check(changed, token)).isFalse();
    var loggedIn = user();
    loggedIn.lastLogin = NOW.instant();
    assertThat(tokens.check(loggedIn, token)).isFalse();
    var moved = user();
    moved.email = "ada@example.com";
    assertThat(tokens.check(moved, token)).isFalse();
  }

  @Test
  void aTokenOfAFormerKeyIsStillGood() {
    String token = tokens.make(user());
    assertThat(new ResetTokens(List.of("new", "secret"), THREE_DAYS, NOW).check(user(), token))
        .isTrue();
    assertThat(new ResetTokens(List.of("new"), THREE_DAYS, NOW).check(user(), token)).isFalse();
  }

  @Test
  void rubbishIsNoToken() {
    for (String rubbish : List.of("", "-", "x", "x-y", "zzzzzzzzzzzzzzzz-0", "-1-2", "1-")) {
      assertThat(tokens.check(user(), rubbish)).as(rubbish).isFalse();
    }
  }

  private static ResetTokens later(Duration time) {
    return new ResetTokens(List.of("secret"), THREE_DAYS, Clock.offset(NOW, time));
  }
}
