package io.quintet.cache;

import io.quintet.cache.internal.Values;
import io.quintet.cache.spi.CacheHit;
import io.quintet.cache.spi.CacheStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Keys and values that may be forgotten at any time: what is in a cache must be computable again.
 *
 * <pre>{@code
 * long posts = Cache.current().getOrSet("posts:count", Duration.ofMinutes(5), () -> Post.objects.count());
 * }</pre>
 *
 * <p>The same values can be cached in every back end: null, texts, {@code byte[]}, booleans, {@link
 * Integer}, {@link Long}, {@link Float}, {@link Double}, {@link java.math.BigInteger}, {@link
 * java.math.BigDecimal}, {@link java.util.UUID}, {@link java.time.Instant}, {@link Duration}, the
 * local, offset and zoned dates and times of {@code java.time}, and lists, sets and maps of these.
 * They come back as the type they were, collections unmodifiable and in their order. Anything else
 * is refused with a {@link CacheException}. Models are refused on purpose: cache the fields that
 * are shown.
 *
 * <p>An instance is a view of one store: a prefix stands before its keys. It is immutable and safe
 * for all threads.
 */
public final class Cache {
  /** The time to live of entries that never expire. */
  public static final Duration FOREVER = CacheStore.FOREVER;

  private static final int LONGEST_KEY = 200;
  private static final int KEPT_OF_KEY = 100;

  private final CacheStore store;
  private final SingleFlight flights;
  private final String prefix;
  private final int version;
  private final String path;
  private final Duration timeToLive;

  private Cache(
      CacheStore store,
      SingleFlight flights,
      String prefix,
      int version,
      String path,
      Duration timeToLive) {
    this.store = store;
    this.flights = flights;
    this.prefix = prefix;
    this.version = version;
    this.path = path;
    this.timeToLive = timeToLive;
  }

  /**
   * A cache over a store.
   *
   * @param store the store
   * @param prefix what stands before every key, so that several sites can share one store
   * @param timeToLive how long entries last where nothing else is said
   * @return the cache
   */
  public static Cache over(CacheStore store, String prefix, Duration timeToLive) {
    requirePositive(timeToLive);
    return new Cache(store, new SingleFlight(), prefix, 1, "", timeToLive);
  }

  /**
   * The default cache of the current site.
   *
   * @return the cache
   */
  public static Cache current() {
    return Caches.current().get(Caches.DEFAULT);
  }

  /**
   * A cache within this one: its keys are its own, and {@link #clear} clears only them.
   *
   * @param name the name, without a colon
   * @return the view
   */
  public Cache within(String name) {
    if (name.isEmpty() || name.indexOf(':') >= 0) {
      throw new IllegalArgumentException(
          "\"%s\" cannot name a part of the cache: it must not be empty nor hold a colon"
              .formatted(name));
    }
    return new Cache(store, flights, prefix, version, path + name + ":", timeToLive);
  }

  /**
   * The same keys in another version: raise it when the form of the values changes, and old ones
   * are not seen again.
   *
   * @param number the version; 1 to begin with
   * @return the view
   */
  public Cache withVersion(int number) {
    return new Cache(store, flights, prefix, number, path, timeToLive);
  }

  /**
   * The same cache with another time to live for entries where nothing else is said.
   *
   * @param duration the time to live
   * @return the view
   */
  public Cache withTimeToLive(Duration duration) {
    requirePositive(duration);
    return new Cache(store, flights, prefix, version, path, duration);
  }

  /**
   * The value under a key.
   *
   * @param key the key
   * @return the value; empty if there is none, or null was cached
   */
  public Optional<Object> get(String key) {
    CacheHit hit = store.get(full(key));
    return hit == null ? Optional.empty() : Optional.ofNullable(own(hit.value()));
  }

  /**
   * The value of a type under a key.
   *
   * @param key the key
   * @param type the type it was cached as
   * @param <T> the type
   * @return the value; empty if there is none, or null was cached
   * @throws CacheException if the value has another type
   */
  public <T> Optional<T> get(String key, Class<T> type) {
    Optional<Object> found = get(key);
    if (found.isPresent() && !type.isInstance(found.get())) {
      throw new CacheException(
          "The cached value \"%s\" is a %s, not a %s; give the new form of the value another key or version"
              .formatted(key, found.get().getClass().getName(), type.getName()));
    }
    return found.map(type::cast);
  }

  /**
   * Tells whether a key has a value, be it null.
   *
   * @param key the key
   * @return true if it has
   */
  public boolean has(String key) {
    return store.get(full(key)) != null;
  }

  /**
   * The value under a key, computed and cached if there is none. Within one process only one thread
   * computes; the others wait for it. What the supplier throws is thrown, and nothing is cached
   * then.
   *
   * @param key the key
   * @param duration how long a computed value lasts
   * @param supplier computes the value, null included; must not ask for the same key
   * @param <T> the type of the value, which must be the same wherever this key is used
   * @return the value
   * @throws CacheException if the value cannot be cached
   */
  public <T extends @Nullable Object> T getOrSet(
      String key, Duration duration, Supplier<? extends T> supplier) {
    requirePositive(duration);
    String full = full(key);
    CacheHit hit = store.get(full);
    Object value =
        hit != null ? hit.value() : flights.call(full, () -> compute(full, duration, supplier));
    return typed(own(value));
  }

  private @Nullable Object compute(
      String full, Duration duration, Supplier<? extends @Nullable Object> supplier) {
    CacheHit hit = store.get(full);
    if (hit != null) {
      return hit.value();
    }
    Object value = Values.freeze(supplier.get());
    store.set(full, value, duration);
    return value;
  }

  @SuppressWarnings({"unchecked", "NullAway"}) // one key has one type, and null only if T allows
  private static <T extends @Nullable Object> T typed(@Nullable Object value) {
    return (T) value;
  }

  /**
   * The value under a key, computed and cached with the default time to live if there is none.
   *
   * @param key the key
   * @param supplier computes the value, null included; must not ask for the same key
   * @param <T> the type of the value, which must be the same wherever this key is used
   * @return the value
   * @throws CacheException if the value cannot be cached
   */
  public <T extends @Nullable Object> T getOrSet(String key, Supplier<? extends T> supplier) {
    return getOrSet(key, timeToLive, supplier);
  }

  /**
   * Caches a value for the default time.
   *
   * @param key the key
   * @param value the value
   * @throws CacheException if the value cannot be cached
   */
  public void set(String key, @Nullable Object value) {
    set(key, value, timeToLive);
  }

  /**
   * Caches a value, in the place of another.
   *
   * @param key the key
   * @param value the value
   * @param duration how long it lasts; {@link #FOREVER} for no end
   * @throws CacheException if the value cannot be cached
   */
  public void set(String key, @Nullable Object value, Duration duration) {
    requirePositive(duration);
    store.set(full(key), Values.freeze(value), duration);
  }

  /**
   * Caches a value under a key that has none; of several at once, one succeeds.
   *
   * @param key the key
   * @param value the value
   * @param duration how long it lasts; {@link #FOREVER} for no end
   * @return whether it was cached
   * @throws CacheException if the value cannot be cached
   */
  public boolean add(String key, @Nullable Object value, Duration duration) {
    requirePositive(duration);
    return store.add(full(key), Values.freeze(value), duration);
  }

  /**
   * Forgets a value.
   *
   * @param key the key
   * @return whether it had a value
   */
  public boolean delete(String key) {
    return store.delete(full(key));
  }

  /**
   * Lets a value last longer, or shorter, counted from now.
   *
   * @param key the key
   * @param duration how long it lasts; {@link #FOREVER} for no end
   * @return whether the key has a value
   */
  public boolean touch(String key, Duration duration) {
    requirePositive(duration);
    return store.touch(full(key), duration);
  }

  /**
   * Adds to a whole number, which is a {@link Long} from then on; its time to live stays.
   *
   * @param key the key
   * @param delta what to add; negative to subtract
   * @return the new number; empty if the key has no value
   * @throws CacheException if the value is no whole number or grows too large
   */
  public OptionalLong increment(String key, long delta) {
    return store.increment(full(key), delta);
  }

  /**
   * Counts: the first call begins at 1, each further one adds 1, until the time that began with the
   * first is over.
   *
   * @param key the key
   * @param duration how long to count, from the first call
   * @return the count with this call
   * @throws CacheException if something else is cached under the key
   */
  public long count(String key, Duration duration) {
    requirePositive(duration);
    String full = full(key);
    while (true) {
      OptionalLong count = store.increment(full, 1);
      if (count.isPresent()) {
        return count.getAsLong();
      }
      if (store.add(full, 1L, duration)) {
        return 1;
      }
    }
  }

  /**
   * The values under several keys, in one round trip where the store can.
   *
   * @param keys the keys
   * @return those that have a value, which may be null, in the order asked for
   */
  public Map<String, @Nullable Object> getMany(Collection<String> keys) {
    Map<String, String> byFull = new LinkedHashMap<>();
    keys.forEach(key -> byFull.put(full(key), key));
    Map<String, CacheHit> hits = store.getMany(List.copyOf(byFull.keySet()));
    Map<String, @Nullable Object> found = new LinkedHashMap<>();
    byFull.forEach((full, key) -> {
      CacheHit hit = hits.get(full);
      if (hit != null) {
        found.put(key, own(hit.value()));
      }
    });
    return Collections.unmodifiableMap(found);
  }

  /**
   * Caches several values, in one round trip where the store can.
   *
   * @param values keys and values
   * @param duration how long they last; {@link #FOREVER} for no end
   * @throws CacheException if a value cannot be cached; none is cached then
   */
  public void setMany(Map<String, ? extends @Nullable Object> values, Duration duration) {
    requirePositive(duration);
    Map<String, @Nullable Object> frozen = new LinkedHashMap<>();
    values.forEach((key, value) -> frozen.put(full(key), Values.freeze(value)));
    store.setMany(frozen, duration);
  }

  /**
   * Forgets several values, in one round trip where the store can.
   *
   * @param keys the keys
   */
  public void deleteMany(Collection<String> keys) {
    List<String> full = new ArrayList<>();
    keys.forEach(key -> full.add(full(key)));
    store.deleteMany(full);
  }

  /** Forgets every value of this view: those with its prefix, version and name. */
  public void clear() {
    store.clear(stem());
  }

  private String stem() {
    return prefix + ":" + version + ":" + path;
  }

  private String full(String key) {
    if (key.isEmpty()) {
      throw new IllegalArgumentException("A cache key must not be empty");
    }
    return stem()
        + (key.length() <= LONGEST_KEY
            ? key
            : key.substring(0, KEPT_OF_KEY) + "~" + CacheKeys.hash(key));
  }

  /** A byte[] is the one value that could be changed by who gets it. */
  private static @Nullable Object own(@Nullable Object value) {
    return value instanceof byte[] bytes ? bytes.clone() : value;
  }

  private static void requirePositive(Duration duration) {
    if (!duration.isPositive()) {
      throw new IllegalArgumentException(
          "A time to live must be positive, not %s; use delete to forget a value, Cache.FOREVER to keep it"
              .formatted(duration));
    }
  }

  @Override
  public String toString() {
    return "Cache[" + stem() + "]";
  }
}
