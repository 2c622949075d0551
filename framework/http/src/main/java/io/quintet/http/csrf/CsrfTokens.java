package io.quintet.http.csrf;

import io.quintet.core.signing.Crypto;
import java.util.Optional;

/**
 * The form of secrets and tokens, the same as Django's, so that both can serve one site. A site
 * needs {@link Csrf} only; this is for programs that make or read the tokens themselves, such as a
 * proxy or a test client.
 */
public final class CsrfTokens {
  static final int SECRET_LENGTH = 32;
  private static final int TOKEN_LENGTH = 2 * SECRET_LENGTH;
  private static final String ALPHABET =
      "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";

  private CsrfTokens() {}

  /** A new random secret. */
  public static String newSecret() {
    return Crypto.randomString(SECRET_LENGTH, ALPHABET);
  }

  /**
   * A token that differs each time, so that compression of a page does not give the secret away.
   */
  public static String mask(String secret) {
    return mask(secret, newSecret());
  }

  /** The token of a secret and a random text of the same length and letters. */
  public static String mask(String secret, String mask) {
    StringBuilder cipher = new StringBuilder(mask);
    for (int i = 0; i < secret.length(); i++) {
      int sum = ALPHABET.indexOf(secret.charAt(i)) + ALPHABET.indexOf(mask.charAt(i));
      cipher.append(ALPHABET.charAt(sum % ALPHABET.length()));
    }
    return cipher.toString();
  }

  /** The secret in a masked token; its form must be right, see {@link #fault}. */
  public static String unmask(String token) {
    StringBuilder secret = new StringBuilder(SECRET_LENGTH);
    for (int i = 0; i < SECRET_LENGTH; i++) {
      int difference =
          ALPHABET.indexOf(token.charAt(SECRET_LENGTH + i)) - ALPHABET.indexOf(token.charAt(i));
      secret.append(ALPHABET.charAt(Math.floorMod(difference, ALPHABET.length())));
    }
    return secret.toString();
  }

  /** What is wrong with the form of a token or secret, if anything. */
  public static Optional<String> fault(String token) {
    if (token.length() != TOKEN_LENGTH && token.length() != SECRET_LENGTH) {
      return Optional.of("has incorrect length");
    }
    return token.chars().allMatch(c -> ALPHABET.indexOf(c) >= 0)
        ? Optional.empty()
        : Optional.of("has invalid characters");
  }

  /** Whether a well-formed token, masked or not, stands for a well-formed secret. */
  public static boolean matches(String token, String secret) {
    String plain = token.length() == TOKEN_LENGTH ? unmask(token) : token;
    String expected = secret.length() == TOKEN_LENGTH ? unmask(secret) : secret;
    return Crypto.constantTimeEquals(plain, expected);
  }
}
