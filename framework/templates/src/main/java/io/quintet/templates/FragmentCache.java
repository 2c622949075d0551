package io.quintet.templates;

import java.time.Duration;
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
}
