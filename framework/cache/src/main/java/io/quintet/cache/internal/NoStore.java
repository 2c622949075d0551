package io.quintet.cache.internal;

import io.quintet.cache.spi.CacheHit;
import io.quintet.cache.spi.CacheStore;
import java.time.Duration;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Keeps nothing. */
public final class NoStore implements CacheStore {
  @Override
  public @Nullable CacheHit get(String key) {
    return null;
  }

  @Override
  public void set(String key, @Nullable Object value, Duration timeToLive) {}

  @Override
  public boolean add(String key, @Nullable Object value, Duration timeToLive) {
    return true;
  }

  @Override
  public boolean delete(String key) {
    return false;
  }

  @Override
  public boolean touch(String key, Duration timeToLive) {
    return false;
  }

  @Override
  public OptionalLong increment(String key, long delta) {
    return OptionalLong.empty();
  }

  @Override
  public void clear(String prefix) {}
}
