package io.quintet.auth.passwords;

import io.quintet.core.signing.Crypto;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;

/**
 * Salted MD5 in Django's format: {@code md5$salt$hash}. It protects nothing: only for tests, which
 * want no work, and for checking hashes of old sites, which are renewed at the next log-in.
 */
public final class Md5Hasher implements PasswordHasher {
  private static final String ALGORITHM = "md5";
  private static final int SHOWN_OF_SALT = 2;

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
    return ALGORITHM + "$" + salt + "$" + hash(password, salt);
  }

  @Override
  public boolean verify(String password, String encoded) {
    String[] parts = HashParts.split(encoded, ALGORITHM, 3);
    return Crypto.constantTimeEquals(hash(password, parts[1]), parts[2]);
  }

  @Override
  public boolean mustUpdate(String encoded) {
    return HashParts.isWeakSalt(HashParts.split(encoded, ALGORITHM, 3)[1]);
  }

  @Override
  public Map<String, Object> decode(String encoded) {
    String[] parts = HashParts.split(encoded, ALGORITHM, 3);
    return HashParts.of("algorithm", ALGORITHM, "hash", parts[2], "salt", parts[1]);
  }

  @Override
  public Map<String, Object> safeSummary(String encoded) {
    String[] parts = HashParts.split(encoded, ALGORITHM, 3);
    return HashParts.of(
        "algorithm", ALGORITHM,
        "salt", HashParts.masked(parts[1], SHOWN_OF_SALT),
        "hash", HashParts.masked(parts[2], HashParts.SHOWN));
  }

  private static String hash(String password, String salt) {
    try {
      byte[] text = (salt + password).getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(text));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has MD5", e);
    }
  }
}
