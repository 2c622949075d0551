package io.quintet.auth.tokens;

import io.quintet.auth.User;
import io.quintet.core.SiteContext;
import io.quintet.core.settings.Setting;
import io.quintet.core.signing.Crypto;
import io.quintet.core.signing.Signing;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Tokens for password reset links, the same as Django makes. A token works until it is used, for it
 * is made from the password's hash, the last log-in and the e-mail address, of which one changes
 * then.
 */
public final class ResetTokens {
  /** How long a link works. */
  public static final Setting<Duration> TIMEOUT =
      Setting.duration(
          "auth.password-reset-timeout",
          Duration.ofDays(3),
          "How long a password reset link works");

  private static final String SALT = "django.contrib.auth.tokens.PasswordResetTokenGenerator";
  private static final long EPOCH = Instant.parse("2001-01-01T00:00:00Z").getEpochSecond();
  private static final DateTimeFormatter LOGIN =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withZone(ZoneOffset.UTC);
  private static final int BASE = 36;

  private final List<String> secrets;
  private final Duration timeout;
  private final Clock clock;

  /** Tokens made with the first secret, checked with all of them. */
  public ResetTokens(List<String> secrets, Duration timeout, Clock clock) {
    this.secrets = List.copyOf(secrets);
    this.timeout = timeout;
    this.clock = clock;
  }

  /** Those of the current site. */
  public static ResetTokens current() {
    SiteContext site = SiteContext.current();
    return new ResetTokens(Signing.keys(site), site.setting(TIMEOUT), site.clock());
  }

  /** A token for this user as it is now. */
  public String make(User user) {
    return make(user, now(), secrets.getFirst());
  }

  /** Whether the token was made for this user, is unused and not too old. */
  public boolean check(User user, String token) {
    Optional<Long> seconds = seconds(token);
    if (seconds.isEmpty()) {
      return false;
    }
    boolean genuine = false;
    for (String secret : secrets) {
      genuine |= Crypto.constantTimeEquals(make(user, seconds.get(), secret), token);
    }
    return genuine && now() - seconds.get() <= timeout.toSeconds();
  }

  private static Optional<Long> seconds(String token) {
    int dash = token.indexOf('-');
    if (dash <= 0 || dash > 13) {
      return Optional.empty();
    }
    try {
      return Optional.of(Long.parseLong(token.substring(0, dash), BASE));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  private long now() {
    return clock.instant().getEpochSecond() - EPOCH;
  }

  private static String make(User user, long seconds, String secret) {
    @Nullable Instant login = user.lastLogin;
    String value =
        user.id + user.password + (login == null ? "" : LOGIN.format(login)) + seconds + user.email;
    byte[] hmac =
        Crypto.saltedHmac(
            SALT,
            value.getBytes(StandardCharsets.UTF_8),
            secret.getBytes(StandardCharsets.UTF_8),
            "sha256");
    String hex = HexFormat.of().formatHex(hmac);
    var half = new StringBuilder();
    for (int i = 0; i < hex.length(); i += 2) {
      half.append(hex.charAt(i));
    }
    return Long.toString(seconds, BASE) + "-" + half;
  }
}
