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
 *
 * <p>Without a salt it is the one that Django makes and reads. With a salt Django signs for name
 * and salt run together, so that a cookie {@code ab} of salt {@code c} is good as {@code a} of salt
 * {@code bc}; here it is good for nothing else. {@link #signAsDjango} and {@link #readDjangos} are
 * for sites that share such cookies with Django.
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
    return cookie.withValue(signer(purpose(cookie.name(), salt)).sign(cookie.value()));
  }

  /** The cookie as Django's {@code set_signed_cookie} with a salt makes it. */
  public static Cookie signAsDjango(Cookie cookie, String salt) {
    return cookie.withValue(signer(cookie.name() + salt).sign(cookie.value()));
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
    return unsigned(request, name, purpose(name, salt), maxAge);
  }

  /** The value of a cookie that Django's {@code set_signed_cookie} made with a salt. */
  public static Optional<String> readDjangos(
      Request request, String name, String salt, Duration maxAge) {
    return unsigned(request, name, name + salt, maxAge);
  }

  private static Optional<String> unsigned(
      Request request, String name, String purpose, Duration maxAge) {
    return request
        .cookie(name)
        .flatMap(signed -> {
          try {
            return Optional.of(signer(purpose).unsign(signed, maxAge));
          } catch (BadSignature e) {
            return Optional.empty();
          }
        });
  }

  /** No other name and salt give the same: a name holds no colon, and its length is told. */
  private static String purpose(String name, String salt) {
    return salt.isEmpty() ? name : "quintet.cookie:" + name.length() + ":" + name + salt;
  }

  private static TimestampSigner signer(String purpose) {
    SiteContext site = SiteContext.current();
    List<String> keys = Signing.keys(site).stream().map(key -> PURPOSE + key).toList();
    Signer signer = Signer.of(keys.getFirst(), keys.subList(1, keys.size()), purpose);
    return new TimestampSigner(signer, site.clock());
  }
}
