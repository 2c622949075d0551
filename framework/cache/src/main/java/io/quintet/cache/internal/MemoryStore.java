package io.quintet.cache.internal;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import io.quintet.cache.spi.CacheHit;
import io.quintet.cache.spi.CacheStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Entries in the memory of this process. */
public final class MemoryStore implements CacheStore {
  private static final long NEVER = Long.MAX_VALUE;

  private record Entry(CacheHit hit, long deadline) {}

  private static final class Deadlines implements Expiry<String, Entry> {
    @Override
    public long expireAfterCreate(String key, Entry entry, long now) {
      return entry.deadline == NEVER ? NEVER : entry.deadline - now;
    }

    @Override
    public long expireAfterUpdate(String key, Entry entry, long now, long currentDuration) {
      return expireAfterCreate(key, entry, now);
    }

    @Override
    public long expireAfterRead(String key, Entry entry, long now, long currentDuration) {
      return currentDuration;
    }
  }

  private final Clock clock;
  private final Cache<String, Entry> entries;

  /** An empty store. */
  public MemoryStore(int maxEntries, Clock clock) {
    this.clock = clock;
    this.entries =
        Caffeine.newBuilder()
            .maximumSize(maxEntries)
            .expireAfter(new Deadlines())
            .ticker(this::nanos)
            .executor(Runnable::run)
            .build();
  }

  private long nanos() {
    Instant now = clock.instant();
    return now.getEpochSecond() * 1_000_000_000 + now.getNano();
  }

  private long deadline(Duration timeToLive) {
    long seconds = timeToLive.getSeconds();
    return seconds > NEVER / 4_000_000_000L ? NEVER : nanos() + timeToLive.toNanos();
  }

  @Override
  public @Nullable CacheHit get(String key) {
    Entry entry = entries.getIfPresent(key);
    return entry == null ? null : entry.hit;
  }

  @Override
  public void set(String key, @Nullable Object value, Duration timeToLive) {
    entries.put(key, new Entry(new CacheHit(value), deadline(timeToLive)));
  }

  @Override
  public boolean add(String key, @Nullable Object value, Duration timeToLive) {
    Entry entry = new Entry(new CacheHit(value), deadline(timeToLive));
    return entries.asMap().putIfAbsent(key, entry) == null;
  }

  @Override
  public boolean delete(String key) {
    return entries.asMap().remove(key) != null;
  }

  @Override
  public boolean touch(String key, Duration timeToLive) {
    long deadline = deadline(timeToLive);
    return entries.asMap().computeIfPresent(key, (k, old) -> new Entry(old.hit, deadline)) != null;
  }

  @Override
  public OptionalLong increment(String key, long delta) {
    Entry entry =
        entries
            .asMap()
            .computeIfPresent(
                key,
                (k, old) ->
                    new Entry(
                        new CacheHit(Numbers.add(key, old.hit.value(), delta)), old.deadline));
    return entry != null && entry.hit.value() instanceof Long number
        ? OptionalLong.of(number)
        : OptionalLong.empty();
  }

  @Override
  public void clear(String prefix) {
    entries.asMap().keySet().removeIf(key -> key.startsWith(prefix));
  }
}
