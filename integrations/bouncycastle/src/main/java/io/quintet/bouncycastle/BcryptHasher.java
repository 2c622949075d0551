package io.quintet.bouncycastle;

import io.quintet.auth.passwords.HashParts;
import io.quintet.auth.passwords.PasswordHasher;
import io.quintet.core.signing.Crypto;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.OpenBSDBCrypt;

/**
 * bcrypt in Django's formats: {@code bcrypt$$2b$12$salt+hash}, and {@code bcrypt_sha256} of the
 * hexadecimal SHA-256 of the password, which is not cut at 72 bytes.
 */
public final class BcryptHasher implements PasswordHasher {
  /** The cost of Django 5.2. */
  public static final int DEFAULT_COST = 12;

  private static final int MOST_BYTES = 72;
  private static final int SALT_BYTES = 16;
  private static final int MOST_COST = 20;
  private static final String ALPHABET =
      "./ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
  private static final String STANDARD =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  private static final Pattern FORM =
      Pattern.compile("\\$(2[aby])\\$(\\d\\d)\\$([./A-Za-z0-9]{22})([./A-Za-z0-9]{31})");
  private static final SecureRandom RANDOM = new SecureRandom();

  private final String algorithm;
  private final boolean digested;
  private final int cost;

  private BcryptHasher(String algorithm, boolean digested, int cost) {
    if (cost < 4 || cost > MOST_COST) {
      throw new IllegalArgumentException(
          "A bcrypt cost of " + cost + " is out of range: 4 to " + MOST_COST + " are allowed");
    }
    this.algorithm = algorithm;
    this.digested = digested;
    this.cost = cost;
  }

  /** Of the SHA-256 of the password: for passwords of any length. */
  public static BcryptHasher sha256(int cost) {
    return new BcryptHasher("bcrypt_sha256", true, cost);
  }

  /** Of the password itself, of which 72 bytes count: for hashes of other programs. */
  public static BcryptHasher plain(int cost) {
    return new BcryptHasher("bcrypt", false, cost);
  }

  @Override
  public String algorithm() {
    return algorithm;
  }

  @Override
  public String encode(String password) {
    byte[] salt = new byte[SALT_BYTES];
    RANDOM.nextBytes(salt);
    return encode(password, "$2b$%02d$%s".formatted(cost, text(salt)));
  }

  /**
   * The hash with a salt of bcrypt's form: {@code $2b$12$} and 22 characters.
   *
   * @throws IllegalArgumentException if the salt has another form, or the password is longer than
   *     the 72 bytes that plain bcrypt takes
   */
  @Override
  public String encode(String password, String salt) {
    if (!digested && password.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
      throw new IllegalArgumentException(
          "The password is longer than the 72 bytes that bcrypt takes: use bcrypt_sha256");
    }
    return algorithm + "$" + hash(password, Parts.of(salt + ".".repeat(31)));
  }

  @Override
  public boolean verify(String password, String encoded) {
    String stored = HashParts.split(encoded, algorithm, 2)[1];
    return Crypto.constantTimeEquals(hash(password, Parts.of(stored)), stored);
  }

  @Override
  public boolean mustUpdate(String encoded) {
    return Parts.of(HashParts.split(encoded, algorithm, 2)[1]).cost != cost;
  }

  @Override
  public Map<String, Object> decode(String encoded) {
    Parts parts = Parts.of(HashParts.split(encoded, algorithm, 2)[1]);
    return HashParts.of(
        "algorithm", algorithm,
        "algostr", parts.version,
        "checksum", parts.checksum,
        "salt", parts.salt,
        "work_factor", parts.cost);
  }

  @Override
  public Map<String, Object> safeSummary(String encoded) {
    Parts parts = Parts.of(HashParts.split(encoded, algorithm, 2)[1]);
    return HashParts.of(
        "algorithm",
        algorithm,
        "work factor",
        parts.cost,
        "salt",
        HashParts.masked(parts.salt, HashParts.SHOWN),
        "checksum",
        HashParts.masked(parts.checksum, HashParts.SHOWN));
  }

  private String hash(String password, Parts parts) {
    byte[] bytes = password.getBytes(StandardCharsets.UTF_8);
    byte[] input = digested ? hexDigest(bytes) : Arrays.copyOf(bytes, Math.min(bytes.length, 72));
    return OpenBSDBCrypt.generate(parts.version, input, bytes(parts.salt), parts.cost);
  }

  private static byte[] hexDigest(byte[] password) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(password);
      return HexFormat.of().formatHex(digest).getBytes(StandardCharsets.US_ASCII);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }

  /** What stands behind the algorithm's name. */
  private record Parts(String version, int cost, String salt, String checksum) {
    static Parts of(String data) {
      Matcher found = FORM.matcher(data);
      if (!found.matches()) {
        throw new IllegalArgumentException("The stored hash is not of the form of bcrypt");
      }
      int cost = Integer.parseInt(found.group(2));
      if (cost < 4 || cost > MOST_COST) {
        throw new IllegalArgumentException("The stored hash has a cost out of range: " + cost);
      }
      return new Parts(found.group(1), cost, found.group(3), found.group(4));
    }
  }

  /** bcrypt has an alphabet of its own for base 64. */
  private static byte[] bytes(String salt) {
    return Base64.getDecoder().decode(translated(salt, ALPHABET, STANDARD));
  }

  private static String text(byte[] salt) {
    String standard = Base64.getEncoder().withoutPadding().encodeToString(salt);
    return translated(standard, STANDARD, ALPHABET);
  }

  private static String translated(String text, String from, String to) {
    StringBuilder out = new StringBuilder(text.length());
    text.chars().forEach(c -> out.append(to.charAt(from.indexOf(c))));
    return out.toString();
  }
}
