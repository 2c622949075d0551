package io.quintet.core.signing;

import io.quintet.core.SiteContext;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/**
 * Signs text so that a change is noticed; the text itself stays readable. Byte for byte what
 * Django's signer of the same key, salt and algorithm makes.
 *
 * <p>Use another salt for each purpose: a signature made for one is then worth nothing in another.
 *
 * <pre>{@code
 * Signer signer = Signer.of("institute.download");
 * String signed = signer.sign("report.pdf");     // report.pdf:Xd9…
 * String name = signer.unsign(signed);           // throws BadSignature when tampered with
 * }</pre>
 */
public final class Signer {
  static final char SEPARATOR = ':';

  private final byte[] key;
  private final List<byte[]> fallbackKeys;
  private final String salt;
  private final char separator;
  private final String algorithm;

  private Signer(
      byte[] key, List<byte[]> fallbackKeys, String salt, char separator, String algorithm) {
    this.key = key;
    this.fallbackKeys = fallbackKeys;
    this.salt = salt;
    this.separator = separator;
    this.algorithm = algorithm;
  }

  /** A signer of the current site's secret key, with SHA-256. */
  public static Signer of(String salt) {
    return of(SiteContext.current(), salt);
  }

  /**
   * A signer of a site's secret key, with SHA-256.
   *
   * @throws io.quintet.core.ImproperlyConfigured if the site has no secret key
   */
  public static Signer of(SiteContext site, String salt) {
    List<String> keys = Signing.keys(site);
    return of(keys.getFirst(), keys.subList(1, keys.size()), salt);
  }

  /** A signer of a given key and former keys, with SHA-256. */
  public static Signer of(String key, List<String> fallbackKeys, String salt) {
    return new Signer(
        key.getBytes(StandardCharsets.UTF_8),
        fallbackKeys.stream().map(old -> old.getBytes(StandardCharsets.UTF_8)).toList(),
        salt,
        SEPARATOR,
        "sha256");
  }

  /** The same signer with a key that is no text. */
  public Signer withKey(byte[] bytes) {
    return new Signer(bytes.clone(), List.of(), salt, separator, algorithm);
  }

  /** The same signer with another hash algorithm: {@code sha1}, {@code sha512}. */
  public Signer withAlgorithm(String name) {
    return new Signer(key, fallbackKeys, salt, separator, name);
  }

  /**
   * The same signer with another character between text and signature.
   *
   * @throws IllegalArgumentException for a character that can stand in a signature
   */
  public Signer withSeparator(char character) {
    boolean unsafe =
        character < 128 && (Character.isLetterOrDigit(character) || "-_=".indexOf(character) >= 0);
    if (unsafe) {
      throw new IllegalArgumentException(
          "'" + character + "' cannot separate: it may stand in a signature.");
    }
    return new Signer(key, fallbackKeys, salt, character, algorithm);
  }

  /** The signature of a text alone. */
  public String signature(String value) {
    return signature(value, key);
  }

  /** The text, the separator and the signature. */
  public String sign(String value) {
    return value + separator + signature(value);
  }

  /**
   * The text that was signed.
   *
   * @throws BadSignature if the signature does not match
   */
  public String unsign(String signed) {
    int at = signed.lastIndexOf(separator);
    if (at < 0) {
      throw new BadSignature("No \"" + separator + "\" found in value");
    }
    String value = signed.substring(0, at);
    String signature = signed.substring(at + 1);
    if (matches(value, signature, key)) {
      return value;
    }
    for (byte[] old : fallbackKeys) {
      if (matches(value, signature, old)) {
        return value;
      }
    }
    throw new BadSignature("Signature \"" + signature + "\" does not match");
  }

  char separator() {
    return separator;
  }

  private boolean matches(String value, String signature, byte[] secret) {
    return Crypto.constantTimeEquals(signature, signature(value, secret));
  }

  private String signature(String value, byte[] secret) {
    byte[] hmac =
        Crypto.saltedHmac(
            salt + "signer", value.getBytes(StandardCharsets.UTF_8), secret, algorithm);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(hmac);
  }
}
