package io.quintet.cache;

import io.quintet.templates.FragmentCache;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what {@code {% cache %}} renders in the caches of the current site. A cache named by {@code
 * using} is one of {@link Caches#aliases}; without it the default cache is used.
 */
public final class TemplateFragments implements FragmentCache {
  /** The fragments of whichever site is current. */
  public TemplateFragments() {}

  @Override
  public Optional<String> get(@Nullable String cache, String key) {
    return in(cache).get(key, String.class);
  }

  @Override
  public void put(@Nullable String cache, String key, String html, @Nullable Duration age) {
    if (age == null || age.isPositive()) {
      in(cache).set(key, html, age == null ? Cache.FOREVER : age);
    }
  }

  /** Forgets every fragment in the default cache. */
  public void clear() {
    in(null).clear();
  }

  private static Cache in(@Nullable String cache) {
    return Caches.current().get(cache == null ? Caches.DEFAULT : cache).within("fragment");
  }
}
