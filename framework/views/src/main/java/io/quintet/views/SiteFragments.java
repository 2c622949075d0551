package io.quintet.views;

import io.quintet.cache.Cache;
import io.quintet.cache.Caches;
import io.quintet.core.SiteContext;
import io.quintet.templates.FragmentCache;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Keeps what {@code {% cache %}} rendered in a cache of the site. */
record SiteFragments(SiteContext site) implements FragmentCache {
  @Override
  public Optional<String> get(@Nullable String cache, String key) {
    return in(cache).get(key, String.class);
  }

  @Override
  public void put(@Nullable String cache, String key, String html, @Nullable Duration age) {
    in(cache).set(key, html, age == null ? Cache.FOREVER : age);
  }

  private Cache in(@Nullable String alias) {
    return site.service(Caches.SERVICE)
        .get(alias == null ? Caches.DEFAULT : alias)
        .within("fragments");
  }
}
