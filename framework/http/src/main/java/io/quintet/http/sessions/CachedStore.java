package io.quintet.http.sessions;

import io.quintet.cache.Cache;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Sessions in the site's cache: quick, shared if the cache is, and gone when the cache is emptied.
 */
public final class CachedStore implements SessionStore {
  private static final String GROUP = "sessions";

  @Override
  public Optional<Map<String, @Nullable Object>> load(String key) {
    return Sessions.isKey(key)
        ? cache()
            .get(key)
            .filter(Map.class::isInstance)
            .map(data -> CookieStore.copy((Map<?, ?>) data))
        : Optional.empty();
  }

  @Override
  public String create(Map<String, @Nullable Object> data, Duration age) {
    String key = Sessions.newKey();
    cache().set(key, data, age);
    return key;
  }

  @Override
  public Optional<String> update(String key, Map<String, @Nullable Object> data, Duration age) {
    if (!cache().touch(key, age)) {
      return Optional.empty();
    }
    cache().set(key, data, age);
    return Optional.of(key);
  }

  @Override
  public void delete(String key) {
    if (Sessions.isKey(key)) {
      cache().delete(key);
    }
  }

  @Override
  public int clearExpired() {
    return -1;
  }

  private static Cache cache() {
    return Cache.current().within(GROUP);
  }
}
