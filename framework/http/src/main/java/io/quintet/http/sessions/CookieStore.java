package io.quintet.http.sessions;

import io.quintet.core.SiteContext;
import io.quintet.core.signing.BadSignature;
import io.quintet.core.signing.Signer;
import io.quintet.core.signing.Signing;
import io.quintet.core.signing.TimestampSigner;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Sessions in the cookie itself, signed and compressed as Django's signed_cookies back end does it.
 */
public final class CookieStore implements SessionStore {
  private static final String SALT = "django.contrib.sessions.backends.signed_cookies";
  private static final int LONGEST = 4_000;

  private final SiteContext site;

  /** A store that signs with the site's key. */
  public CookieStore(SiteContext site) {
    this.site = site;
  }

  @Override
  public Optional<Map<String, @Nullable Object>> load(String key) {
    try {
      Object data = Signing.loads(key, SALT, site.setting(SessionSettings.AGE));
      return data instanceof Map<?, ?> map ? Optional.of(copy(map)) : Optional.empty();
    } catch (BadSignature forgedOrExpired) {
      return Optional.empty();
    }
  }

  @Override
  public String create(Map<String, @Nullable Object> data, Duration age) {
    TimestampSigner signer = new TimestampSigner(Signer.of(site, SALT), site.clock());
    String cookie = Signing.dumps(data, signer, true);
    if (cookie.length() > LONGEST) {
      throw new IllegalStateException(
          "The session is %d characters as a cookie; browsers drop more than about %d. Keep less in it, or set http.session-store to database or cache"
              .formatted(cookie.length(), LONGEST));
    }
    return cookie;
  }

  @Override
  public Optional<String> update(String key, Map<String, @Nullable Object> data, Duration age) {
    return Optional.of(create(data, age));
  }

  @Override
  public void delete(String key) {
    // The visitor holds the only copy; the response deletes its cookie.
  }

  @Override
  public int clearExpired() {
    return -1;
  }

  static Map<String, @Nullable Object> copy(Map<?, ?> map) {
    Map<String, @Nullable Object> copy = new LinkedHashMap<>();
    map.forEach((name, value) -> copy.put(String.valueOf(name), value));
    return copy;
  }
}
