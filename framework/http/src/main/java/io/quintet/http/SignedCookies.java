package io.quintet.http;

import io.quintet.core.SiteContext;
import io.quintet.core.signing.BadSignature;
import io.quintet.core.signing.Signer;
import io.quintet.core.signing.Signing;
import io.quintet.core.signing.TimestampSigner;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Cookies whose value a visitor can read and not change: signed with the site's secret key, in
 * Django's form.
 *
 * <pre>{@code
 * response.withCookie(SignedCookies.sign(Cookie.of("cart", "17")));
 * Optional<String> cart = SignedCookies.read(request, "cart", Duration.ofDays(14));
 * }</pre>
 *
 * <p>A signature is good for the cookie's name only. Keys that were replaced and are still among
 * the fallbacks of the settings are accepted.
 */
public final class SignedCookies {
  private static final String PURPOSE = "django.http.cookies";

  private SignedCookies() {}

  /** The cookie with its value, the time and a signature. */
  public static Cookie sign(Cookie cookie) {
    return sign(cookie, "");
  }

  /** The same, with a salt that sets this use of the name apart from others. */
  public static Cookie sign(Cookie cookie, String salt) {
    return cookie.withValue(signer(cookie.name(), salt).sign(cookie.value()));
  }

  /**
   * The value that was signed; empty if there is no such cookie, it was changed, or it is older
   * than the age given.
   */
  public static Optional<String> read(Request request, String name, Duration maxAge) {
    return read(request, name, "", maxAge);
  }

  /** The same, with the salt that it was signed with. */
  public static Optional<String> read(Request request, String name, String salt, Duration maxAge) {
    return request
        .cookie(name)
        .flatMap(signed -> {
          try {
            return Optional.of(signer(name, salt).unsign(signed, maxAge));
          } catch (BadSignature e) {
            return Optional.empty();
          }
        });
  }

  private static TimestampSigner signer(String name, String salt) {
    SiteContext site = SiteContext.current();
    List<String> keys = Signing.keys(site).stream().map(key -> PURPOSE + key).toList();
    Signer signer = Signer.of(keys.getFirst(), keys.subList(1, keys.size()), name + salt);
    return new TimestampSigner(signer, site.clock());
  }
}
