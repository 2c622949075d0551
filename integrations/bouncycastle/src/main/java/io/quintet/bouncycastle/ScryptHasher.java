package io.quintet.bouncycastle;

import io.quintet.auth.passwords.HashParts;
import io.quintet.auth.passwords.PasswordHasher;
import io.quintet.core.signing.Crypto;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.bouncycastle.crypto.generators.SCrypt;

/**
 * scrypt (RFC 7914) in Django's format: {@code scrypt$n$salt$r$p$hash}.
 *
 * @param workFactor n, a power of two: memory and time
 * @param blockSize r
 * @param parallelism p
 */
public record ScryptHasher(int workFactor, int blockSize, int parallelism)
    implements PasswordHasher {
  private static final String ALGORITHM = "scrypt";
  private static final int BYTES = 64;
  private static final long MOST_MEMORY = 512L << 20;

  /** Checks the bounds, so that no stored hash can exhaust the memory. */
  public ScryptHasher {
    long memory = 128L * workFactor * blockSize;
    boolean valid =
        workFactor > 1
            && Integer.bitCount(workFactor) == 1
            && blockSize > 0
            && parallelism > 0
            && parallelism <= 64
            && memory <= MOST_MEMORY;
    if (!valid) {
      throw new IllegalArgumentException(
          "scrypt with n=%d, r=%d, p=%d: n must be a power of two, p at most 64, and 128*n*r at most 512 MiB"
              .formatted(workFactor, blockSize, parallelism));
    }
  }

  /** The work of Django 5.2: 16 MiB a hash. */
  public static ScryptHasher standard() {
    return new ScryptHasher(1 << 14, 8, 5);
  }

  @Override
  public String algorithm() {
    return ALGORITHM;
  }

  @Override
  public String encode(String password) {
    return encode(password, HashParts.newSalt());
  }

  @Override
  public String encode(String password, String salt) {
    HashParts.checkSalt(salt);
    return "%s$%d$%s$%d$%d$%s"
        .formatted(ALGORITHM, workFactor, salt, blockSize, parallelism, hash(password, salt));
  }

  @Override
  public boolean verify(String password, String encoded) {
    String[] parts = HashParts.split(encoded, ALGORITHM, 6);
    return Crypto.constantTimeEquals(madeBy(parts).hash(password, parts[2]), parts[5]);
  }

  @Override
  public boolean mustUpdate(String encoded) {
    String[] parts = HashParts.split(encoded, ALGORITHM, 6);
    return !madeBy(parts).equals(this) || HashParts.isWeakSalt(parts[2]);
  }

  @Override
  public Map<String, Object> decode(String encoded) {
    String[] parts = HashParts.split(encoded, ALGORITHM, 6);
    ScryptHasher made = madeBy(parts);
    return HashParts.of(
        "algorithm",
        ALGORITHM,
        "work_factor",
        made.workFactor,
        "salt",
        parts[2],
        "block_size",
        made.blockSize,
        "parallelism",
        made.parallelism,
        "hash",
        parts[5]);
  }

  @Override
  public Map<String, Object> safeSummary(String encoded) {
    String[] parts = HashParts.split(encoded, ALGORITHM, 6);
    ScryptHasher made = madeBy(parts);
    return HashParts.of(
        "algorithm",
        ALGORITHM,
        "work factor",
        made.workFactor,
        "block size",
        made.blockSize,
        "parallelism",
        made.parallelism,
        "salt",
        HashParts.masked(parts[2], HashParts.SHOWN),
        "hash",
        HashParts.masked(parts[5], HashParts.SHOWN));
  }

  private static ScryptHasher madeBy(String[] parts) {
    return new ScryptHasher(
        Integer.parseInt(parts[1]), Integer.parseInt(parts[3]), Integer.parseInt(parts[4]));
  }

  private String hash(String password, String salt) {
    byte[] hash =
        SCrypt.generate(
            password.getBytes(StandardCharsets.UTF_8),
            salt.getBytes(StandardCharsets.UTF_8),
            workFactor,
            blockSize,
            parallelism,
            BYTES);
    return Base64.getEncoder().encodeToString(hash);
  }
}
