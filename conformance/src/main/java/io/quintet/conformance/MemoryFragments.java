package io.quintet.conformance;

import io.quintet.templates.FragmentCache;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A cache that starts empty with each case. */
final class MemoryFragments implements FragmentCache {
  private final Map<String, String> pieces = new HashMap<>();

  @Override
  public Optional<String> get(@Nullable String cache, String key) {
    return Optional.ofNullable(pieces.get(key));
  }

  @Override
  public void put(@Nullable String cache, String key, String html, @Nullable Duration age) {
    pieces.put(key, html);
  }
}
