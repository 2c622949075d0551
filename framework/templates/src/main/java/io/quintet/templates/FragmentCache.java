package io.quintet.templates;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Keeps rendered pieces for {@code {% cache %}}; the cache room implements it. */
public interface FragmentCache {
  /**
   * What was kept.
   *
   * @param cache the cache's name that the template gave after {@code using}, null if none
   */
  Optional<String> get(@Nullable String cache, String key);

  /**
   * Keeps a piece.
   *
   * @param age how long, null for ever
   */
  void put(@Nullable String cache, String key, String html, @Nullable Duration age);

  /**
   * The key of a piece. It tells apart what the parts are, not only what they are when put
   * together.
   *
   * @param name the piece's name
   * @param varyOn what the piece depends on, in order
   */
  static String key(String name, List<? extends @Nullable Object> varyOn) {
    StringBuilder parts = new StringBuilder();
    for (Object part : varyOn) {
      String text = String.valueOf(part);
      parts.append(text.length()).append(':').append(text);
    }
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(parts.toString().getBytes(UTF_8));
      return name + ":" + HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java runtime has SHA-256", e);
    }
  }
}
