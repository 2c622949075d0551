package io.quintet.core.signing;

import io.quintet.core.SiteContext;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Encrypts text so that only the site can read it and any change is noticed: AES-256 in
 * Galois/Counter mode (NIST SP 800-38D) with a random nonce of 96 bits.
 *
 * <p>The key is made of the site's secret key and the purpose, and the purpose is authenticated
 * with the text: what was encrypted for one cannot be read for another. Texts encrypted with a
 * former key of the site can still be read.
 *
 * <pre>{@code
 * Encryption encryption = Encryption.of("shop.iban");
 * String stored = encryption.encrypt("DE89 3704 0044 0532 0130 00");
 * String iban = encryption.decrypt(stored);
 * }</pre>
 */
public final class Encryption {
  private static final String FORMAT = "aes1.";
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final List<SecretKeySpec> keys;
  private final byte[] purpose;

  private Encryption(List<SecretKeySpec> keys, byte[] purpose) {
    this.keys = keys;
    this.purpose = purpose;
  }

  /** Encryption with the keys of the current site. */
  public static Encryption of(String purpose) {
    return of(Signing.keys(SiteContext.current()), purpose);
  }

  /** Encryption with given keys: the first encrypts, all decrypt. */
  public static Encryption of(List<String> secrets, String purpose) {
    byte[] bytes = purpose.getBytes(StandardCharsets.UTF_8);
    return new Encryption(
        secrets.stream()
            .map(secret ->
                Crypto.saltedHmac(
                    "quintet.encryption", bytes, secret.getBytes(StandardCharsets.UTF_8), "sha256"))
            .map(key -> new SecretKeySpec(key, "AES"))
            .toList(),
        bytes);
  }

  /** The text encrypted; letters, digits, {@code -}, {@code _} and a point. Another each time. */
  public String encrypt(String text) {
    byte[] nonce = new byte[NONCE_BYTES];
    RANDOM.nextBytes(nonce);
    try {
      byte[] sealed =
          cipher(Cipher.ENCRYPT_MODE, keys.getFirst(), nonce)
              .doFinal(text.getBytes(StandardCharsets.UTF_8));
      byte[] all = ByteBuffer.allocate(nonce.length + sealed.length).put(nonce).put(sealed).array();
      return FORMAT + Base64.getUrlEncoder().withoutPadding().encodeToString(all);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This JVM cannot encrypt with AES/GCM.", e);
    }
  }

  /**
   * The text that was encrypted.
   *
   * @throws BadSignature when it was not encrypted for this purpose with a key of the site, or was
   *     changed
   */
  public String decrypt(String encrypted) {
    byte[] all = bytes(encrypted);
    byte[] nonce = java.util.Arrays.copyOf(all, NONCE_BYTES);
    for (SecretKeySpec key : keys) {
      try {
        byte[] text =
            cipher(Cipher.DECRYPT_MODE, key, nonce)
                .doFinal(all, NONCE_BYTES, all.length - NONCE_BYTES);
        return new String(text, StandardCharsets.UTF_8);
      } catch (AEADBadTagException e) {
        continue;
      } catch (GeneralSecurityException e) {
        throw new IllegalStateException("This JVM cannot decrypt with AES/GCM.", e);
      }
    }
    throw new BadSignature(
        "The text was not encrypted with the secret key or a former key of this site, or was changed.");
  }

  private static byte[] bytes(String encrypted) {
    try {
      byte[] all = Base64.getUrlDecoder().decode(encrypted.substring(prefix(encrypted)));
      if (all.length >= NONCE_BYTES + TAG_BITS / 8) {
        return all;
      }
    } catch (IllegalArgumentException e) {
      throw new BadSignature("The text is not encrypted.");
    }
    throw new BadSignature("The text is not encrypted.");
  }

  private static int prefix(String encrypted) {
    if (!encrypted.startsWith(FORMAT)) {
      throw new BadSignature("The text is not encrypted.");
    }
    return FORMAT.length();
  }

  private Cipher cipher(int mode, SecretKeySpec key, byte[] nonce) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(purpose);
    return cipher;
  }
}
