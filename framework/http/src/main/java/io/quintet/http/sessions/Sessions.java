package io.quintet.http.sessions;

import io.quintet.core.ExtensionPoint;
import io.quintet.core.ImproperlyConfigured;
import io.quintet.core.Service;
import io.quintet.core.SiteContext;
import io.quintet.core.signing.Crypto;
import java.util.Locale;
import java.util.function.Function;

/** The site's session store, and the pieces to make one of one's own. */
public final class Sessions {
  /**
   * A store by the name of the setting.
   *
   * @param store which one
   * @param factory makes it, once a site
   */
  public record Provided(
      SessionSettings.Store store, Function<SiteContext, SessionStore> factory) {}

  /** Where apps offer stores; the sessions app offers the database. */
  public static final ExtensionPoint<Provided> STORES = ExtensionPoint.named("session stores");

  /** The store that the setting {@code http.session-store} names. */
  public static final Service<SessionStore> STORE = Service.of("session store", Sessions::store);

  private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz0123456789";
  private static final int KEY_LENGTH = 32;
  private static final int SHORTEST_KEY = 8;
  private static final int LONGEST_KEY = 40;

  private Sessions() {}

  /** A new key, which cannot be guessed. */
  public static String newKey() {
    return Crypto.randomString(KEY_LENGTH, ALPHABET);
  }

  /** Whether a text can be a key at all; others are not looked up. */
  public static boolean isKey(String text) {
    return text.length() >= SHORTEST_KEY
        && text.length() <= LONGEST_KEY
        && text.chars().allMatch(c -> (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'));
  }

  private static SessionStore store(SiteContext site) {
    SessionSettings.Store wanted = site.setting(SessionSettings.STORE);
    return site.extensions(STORES).stream()
        .filter(provided -> provided.store() == wanted)
        .findFirst()
        .orElseThrow(() -> missing(wanted))
        .factory()
        .apply(site);
  }

  private static ImproperlyConfigured missing(SessionSettings.Store wanted) {
    return new ImproperlyConfigured(
        "The setting http.session-store is '%s', but no installed app offers that. Install io.quintet.http.sessions.SessionsApp, or set it to 'cookie'"
            .formatted(wanted.name().toLowerCase(Locale.ROOT)));
  }
}
