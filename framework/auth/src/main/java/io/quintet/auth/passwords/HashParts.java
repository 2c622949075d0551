package io.quintet.auth.passwords;

import io.quintet.core.signing.Crypto;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the formats of password hashes have in common; for those who write a hasher. */
public final class HashParts {
  /** How many characters a summary shows of a salt or hash. */
  public static final int SHOWN = 6;

  /** 128 bits in letters and digits. */
  private static final int SALT_LENGTH = 22;

  private HashParts() {}

  /** A new random salt of 128 bits. */
  public static String newSalt() {
    return Crypto.randomString(SALT_LENGTH);
  }

  /**
   * Whether a salt of letters and digits has less than 128 bits, so that a hash should be renewed.
   */
  public static boolean isWeakSalt(String salt) {
    return salt.length() < SALT_LENGTH;
  }

  /**
   * Refuses a salt that cannot stand between dollar signs.
   *
   * @throws IllegalArgumentException if it is empty or holds a dollar sign
   */
  public static void checkSalt(String salt) {
    if (salt.isEmpty() || salt.indexOf('$') >= 0) {
      throw new IllegalArgumentException("salt must be provided and cannot contain $.");
    }
  }

  /**
   * The parts of a hash between its dollar signs, of which the first must be the algorithm.
   *
   * @throws IllegalArgumentException if the algorithm or the number of parts is another
   */
  public static String[] split(String encoded, String algorithm, int count) {
    String[] parts = encoded.split("\\$", count);
    if (parts.length != count || !parts[0].equals(algorithm)) {
      throw new IllegalArgumentException("The stored hash is not of the form of " + algorithm);
    }
    return parts;
  }

  /** The first characters, and a star for each other. */
  public static String masked(String text, int shown) {
    int visible = Math.min(shown, text.length());
    return text.substring(0, visible) + "*".repeat(text.length() - visible);
  }

  /** Names and values in turn as a map in this order. */
  public static Map<String, Object> of(Object... namesAndValues) {
    Map<String, Object> parts = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      parts.put(String.valueOf(namesAndValues[i]), namesAndValues[i + 1]);
    }
    return parts;
  }
}
