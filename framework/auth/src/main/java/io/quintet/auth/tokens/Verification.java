package io.quintet.auth.tokens;

import io.quintet.auth.User;
import io.quintet.core.SiteContext;
import io.quintet.core.settings.Setting;
import io.quintet.core.signing.BadSignature;
import io.quintet.core.signing.Signing;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * The link by which a new user proves that an e-mail address is theirs: signed, and good for a
 * while.
 */
public final class Verification {
  /** How long a link works. */
  public static final Setting<Duration> TIMEOUT =
      Setting.duration(
          "auth.verification-timeout",
          Duration.ofDays(3),
          "How long an e-mail verification link works");

  private static final String SALT = "quintet.auth.verification";

  private Verification() {}

  /** A token for the user's present address. */
  public static String make(User user) {
    return Signing.dumps(Map.of("user", user.id, "email", user.email), SALT);
  }

  /** The user whose address the token proves, or empty when it proves nothing (any more). */
  public static Optional<User> check(String token) {
    try {
      Object content = Signing.loads(token, SALT, SiteContext.current().setting(TIMEOUT));
      if (content instanceof Map<?, ?> map
          && map.get("user") instanceof Long id
          && map.get("email") instanceof String email) {
        return User.objects.filter("id", id).filter("email", email).first();
      }
      return Optional.empty();
    } catch (BadSignature e) {
      return Optional.empty();
    }
  }
}
