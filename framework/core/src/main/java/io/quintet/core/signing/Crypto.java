package io.quintet.core.signing;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Random secrets, keyed hashes and comparison in constant time. */
public final class Crypto {
  private static final String ALPHABET =
      "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
  private static final SecureRandom RANDOM = new SecureRandom();

  private Crypto() {}

  /** A random text of letters and digits: 5.95 bits a character. */
  public static String randomString(int length) {
    return randomString(length, ALPHABET);
  }

  /** A random text of characters from {@code alphabet}, each equally likely. */
  public static String randomString(int length, String alphabet) {
    var text = new StringBuilder(length);
    for (int i = 0; i < length; i++) {
      text.append(alphabet.charAt(RANDOM.nextInt(alphabet.length())));
    }
    return text.toString();
  }

  /** Whether two texts are equal, in a time that does not tell where they differ. */
  public static boolean constantTimeEquals(String a, String b) {
    return MessageDigest.isEqual(
        a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8));
  }

  /** Whether two byte arrays are equal, in a time that does not tell where they differ. */
  public static boolean constantTimeEquals(byte[] a, byte[] b) {
    return MessageDigest.isEqual(a, b);
  }

  /**
   * The keyed hash that Django's {@code salted_hmac} makes: the key is the digest of salt and
   * secret, so that one secret serves many purposes.
   *
   * @param algorithm {@code sha1}, {@code sha256}, {@code sha512} …
   * @throws IllegalArgumentException if there is no such algorithm
   */
  public static byte[] saltedHmac(String salt, byte[] value, byte[] secret, String algorithm) {
    String digestName = digestName(algorithm);
    try {
      MessageDigest digest = MessageDigest.getInstance(digestName);
      digest.update(salt.getBytes(StandardCharsets.UTF_8));
      byte[] key = digest.digest(secret);
      String macName = "Hmac" + digestName.replace("-", "");
      Mac mac = Mac.getInstance(macName);
      mac.init(new SecretKeySpec(key, macName));
      return mac.doFinal(value);
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException(
          "'" + algorithm + "' is not a hash algorithm: use sha256, sha512 or sha1.", e);
    }
  }

  private static String digestName(String algorithm) {
    String upper = algorithm.toUpperCase(Locale.ROOT);
    return upper.startsWith("SHA") && !upper.contains("-") ? "SHA-" + upper.substring(3) : upper;
  }
}
