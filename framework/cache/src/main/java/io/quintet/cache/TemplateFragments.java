package io.quintet.cache;

import io.quintet.templates.FragmentCache;
import java.time.Duration;
import java.util.Arrays;
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

  /**
   * Forgets a fragment of the default cache, so that it is rendered anew.
   *
   * @param name the name in the tag: {@code sidebar} for {@code {% cache 600 sidebar user.id %}}
   * @param varyOn the values that follow it there
   * @return whether it was there
   */
  public static boolean delete(String name, @Nullable Object... varyOn) {
    return in(null).delete(FragmentCache.key(name, Arrays.asList(varyOn)));
  }

  /** Forgets every fragment of the default cache. */
  public static void clear() {
    in(null).clear();
  }

  private static Cache in(@Nullable String cache) {
    return Caches.current().get(cache == null ? Caches.DEFAULT : cache).within("fragment");
  }
}
