package io.quintet.bouncycastle;

import io.quintet.auth.passwords.HashParts;
import io.quintet.auth.passwords.PasswordHasher;
import io.quintet.core.signing.Crypto;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * Argon2id (RFC 9106) in Django's format: {@code argon2$argon2id$v=19$m=…,t=…,p=…$salt$hash}.
 * Hashes of argon2i and argon2d are checked too.
 *
 * @param memory in KiB
 * @param time how often the memory is gone through
 * @param parallelism lanes
 */
public record Argon2Hasher(int memory, int time, int parallelism) implements PasswordHasher {
  private static final String ALGORITHM = "argon2";
  private static final String VARIETY = "argon2id";
  private static final int BYTES = 32;
  private static final int MOST_MEMORY = 1 << 20;
  private static final Pattern FORM =
      Pattern.compile(
          "argon2\\$(argon2id|argon2i|argon2d)(?:\\$v=(\\d{1,3}))?\\$m=(\\d{1,8}),t=(\\d{1,6}),p=(\\d{1,4})"
              + "\\$([A-Za-z0-9+/]+)\\$([A-Za-z0-9+/]+)");

  /** Checks the bounds, so that no stored hash can exhaust the memory. */
  public Argon2Hasher {
    if (memory < 8 * parallelism
        || memory > MOST_MEMORY
        || time < 1
        || time > 1000
        || parallelism < 1
        || parallelism > 64) {
      throw new IllegalArgumentException(
          "argon2 with m=%d, t=%d, p=%d: the memory must be 8 KiB a lane to 1 GiB, the time 1 to 1000, the lanes 1 to 64"
              .formatted(memory, time, parallelism));
    }
  }

  /** The work of Django 5.2: 100 MiB a hash. */
  public static Argon2Hasher standard() {
    return new Argon2Hasher(102_400, 2, 8);
  }

  /** A hash taken apart. */
  private record Parts(String variety, int version, Argon2Hasher work, String salt, String hash) {
    static Parts of(String encoded) {
      Matcher found = FORM.matcher(encoded);
      if (!found.matches()) {
        throw new IllegalArgumentException("The stored hash is not of the form of argon2");
      }
      Argon2Hasher work =
          new Argon2Hasher(
              Integer.parseInt(found.group(3)),
              Integer.parseInt(found.group(4)),
              Integer.parseInt(found.group(5)));
      int version = found.group(2) == null ? 0x10 : Integer.parseInt(found.group(2));
      return new Parts(found.group(1), version, work, found.group(6), found.group(7));
    }

    /** The hash that a password gives with the same salt and work, in base 64. */
    String hashOf(String password) {
      int type =
          switch (variety) {
            case "argon2i" -> Argon2Parameters.ARGON2_i;
            case "argon2d" -> Argon2Parameters.ARGON2_d;
            default -> Argon2Parameters.ARGON2_id;
          };
      Argon2Parameters parameters =
          new Argon2Parameters.Builder(type)
              .withVersion(version)
              .withMemoryAsKB(work.memory)
              .withIterations(work.time)
              .withParallelism(work.parallelism)
              .withSalt(Base64.getDecoder().decode(salt))
              .build();
      Argon2BytesGenerator generator = new Argon2BytesGenerator();
      generator.init(parameters);
      byte[] bytes = new byte[Base64.getDecoder().decode(hash).length];
      generator.generateBytes(password.getBytes(StandardCharsets.UTF_8), bytes);
      return base64(bytes);
    }
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
    String start =
        "%s$%s$v=%d$m=%d,t=%d,p=%d$%s$"
            .formatted(
                ALGORITHM,
                VARIETY,
                Argon2Parameters.ARGON2_VERSION_13,
                memory,
                time,
                parallelism,
                base64(salt.getBytes(StandardCharsets.UTF_8)));
    return start + Parts.of(start + base64(new byte[BYTES])).hashOf(password);
  }

  @Override
  public boolean verify(String password, String encoded) {
    Parts parts = Parts.of(encoded);
    return Crypto.constantTimeEquals(parts.hashOf(password), parts.hash);
  }

  @Override
  public boolean mustUpdate(String encoded) {
    Parts parts = Parts.of(encoded);
    String salt = new String(Base64.getDecoder().decode(parts.salt), StandardCharsets.UTF_8);
    return !parts.work.equals(this)
        || !parts.variety.equals(VARIETY)
        || parts.version != Argon2Parameters.ARGON2_VERSION_13
        || Base64.getDecoder().decode(parts.hash).length != BYTES
        || HashParts.isWeakSalt(salt);
  }

  @Override
  public Map<String, Object> decode(String encoded) {
    Parts parts = Parts.of(encoded);
    return HashParts.of(
        "algorithm", ALGORITHM,
        "hash", parts.hash,
        "memory_cost", parts.work.memory,
        "parallelism", parts.work.parallelism,
        "salt", new String(Base64.getDecoder().decode(parts.salt), StandardCharsets.UTF_8),
        "time_cost", parts.work.time,
        "variety", parts.variety,
        "version", parts.version);
  }

  @Override
  public Map<String, Object> safeSummary(String encoded) {
    Parts parts = Parts.of(encoded);
    String salt = new String(Base64.getDecoder().decode(parts.salt), StandardCharsets.UTF_8);
    return HashParts.of(
        "algorithm", ALGORITHM,
        "variety", parts.variety,
        "version", parts.version,
        "memory cost", parts.work.memory,
        "time cost", parts.work.time,
        "parallelism", parts.work.parallelism,
        "salt", HashParts.masked(salt, HashParts.SHOWN),
        "hash", HashParts.masked(parts.hash, HashParts.SHOWN));
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().withoutPadding().encodeToString(bytes);
  }
}
