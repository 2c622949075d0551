package io.quintet.auth.passwords;

import java.util.Map;

/** One way to turn a password into a text that can be stored and checked but not read back. */
public interface PasswordHasher {

  /** The first word of its hashes: {@code pbkdf2_sha256}. */
  String algorithm();

  /** The hash of a password with a new random salt. */
  String encode(String password);

  /**
   * The hash of a password with a given salt.
   *
   * @throws IllegalArgumentException if the salt is not one for this algorithm
   */
  String encode(String password, String salt);

  /**
   * The parts of a hash by name: {@code algorithm}, {@code salt}, {@code hash} and the work that it
   * took.
   *
   * @throws IllegalArgumentException if it is not of this algorithm
   */
  Map<String, Object> decode(String encoded);

  /**
   * The parts of a hash for a page that administrators see: salt and hash are masked but for their
   * first characters.
   */
  Map<String, Object> safeSummary(String encoded);

  /** Whether the password is the one that was hashed; the time does not tell how near it was. */
  boolean verify(String password, String encoded);

  /** Whether the hash was made with less work than is asked for today. */
  boolean mustUpdate(String encoded);

  /**
   * Does the work that an old hash was spared, so that the time of a refusal does not tell how old
   * the hash is, or that there is one. By default nothing: where work cannot be added up, as with
   * algorithms that fill memory.
   */
  default void harden(String password, String encoded) {}
}
