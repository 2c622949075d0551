package io.quintet.auth.passwords;

import io.quintet.core.signing.Crypto;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Map;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * PBKDF2 (RFC 8018) in Django's format: {@code pbkdf2_sha256$iterations$salt$hash}.
 *
 * <p>One million iterations by default, as Django 5.2: about a third of a second of one processor.
 */
public final class Pbkdf2Hasher implements PasswordHasher {
  /** The iterations of Django 5.2. */
  public static final int DEFAULT_ITERATIONS = 1_000_000;

  private static final int MOST_ITERATIONS = 100_000_000;

  private final String algorithm;
  private final String factoryName;
  private final int bits;
  private final int iterations;

  private Pbkdf2Hasher(String algorithm, String factoryName, int bits, int iterations) {
    if (iterations < 1 || iterations > MOST_ITERATIONS) {
      throw new IllegalArgumentException("Iterations must be positive: " + iterations);
    }
    this.algorithm = algorithm;
    this.factoryName = factoryName;
    this.bits = bits;
    this.iterations = iterations;
  }

  /** With SHA-256: the default for new passwords. */
  public static Pbkdf2Hasher sha256(int iterations) {
    return new Pbkdf2Hasher("pbkdf2_sha256", "PBKDF2WithHmacSHA256", 256, iterations);
  }

  /** With SHA-1: only to check old hashes. */
  public static Pbkdf2Hasher sha1(int iterations) {
    return new Pbkdf2Hasher("pbkdf2_sha1", "PBKDF2WithHmacSHA1", 160, iterations);
  }

  @Override
  public String algorithm() {
    return algorithm;
  }

  @Override
  public String encode(String password) {
    return encode(password, HashParts.newSalt());
  }

  @Override
  public String encode(String password, String salt) {
    HashParts.checkSalt(salt);
    byte[] hash = derive(password, salt, iterations);
    String base64 = Base64.getEncoder().encodeToString(hash);
    return algorithm + "$" + iterations + "$" + salt + "$" + base64;
  }

  @Override
  public boolean verify(String password, String encoded) {
    Parts parts = parts(encoded);
    byte[] hash = derive(password, parts.salt(), parts.iterations());
    return Crypto.constantTimeEquals(Base64.getEncoder().encodeToString(hash), parts.hash());
  }

  @Override
  public boolean mustUpdate(String encoded) {
    Parts parts = parts(encoded);
    return parts.iterations() != iterations || HashParts.isWeakSalt(parts.salt());
  }

  @Override
  public Map<String, Object> decode(String encoded) {
    Parts parts = parts(encoded);
    return HashParts.of(
        "algorithm", algorithm,
        "hash", parts.hash(),
        "iterations", parts.iterations(),
        "salt", parts.salt());
  }

  @Override
  public Map<String, Object> safeSummary(String encoded) {
    Parts parts = parts(encoded);
    return HashParts.of(
        "algorithm", algorithm,
        "iterations", parts.iterations(),
        "salt", HashParts.masked(parts.salt(), HashParts.SHOWN),
        "hash", HashParts.masked(parts.hash(), HashParts.SHOWN));
  }

  @Override
  public void harden(String password, String encoded) {
    Parts parts = parts(encoded);
    if (parts.iterations() < iterations) {
      derive(password, parts.salt(), iterations - parts.iterations());
    }
  }

  private record Parts(int iterations, String salt, String hash) {}

  private Parts parts(String encoded) {
    String[] parts = encoded.split("\\$", 4);
    if (parts.length != 4 || !parts[0].equals(algorithm)) {
      throw new IllegalArgumentException("The stored hash is not of the form of " + algorithm);
    }
    int found = Integer.parseInt(parts[1]);
    if (found < 1 || found > MOST_ITERATIONS) {
      throw new IllegalArgumentException("The stored hash has an iteration count out of range");
    }
    return new Parts(found, parts[2], parts[3]);
  }

  private byte[] derive(String password, String salt, int rounds) {
    var spec =
        new PBEKeySpec(password.toCharArray(), salt.getBytes(StandardCharsets.UTF_8), rounds, bits);
    try {
      return SecretKeyFactory.getInstance(factoryName).generateSecret(spec).getEncoded();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This Java has no " + factoryName, e);
    } finally {
      spec.clearPassword();
    }
  }
}
