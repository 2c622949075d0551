package io.quintet.cache.spi;

import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * A back end of the cache: keys and values with a time to live. Values are immutable, of the types
 * that {@link CacheCodec} lists; keys are any text. Used by many threads at once; every method is
 * atomic for one key.
 */
public interface CacheStore extends AutoCloseable {
  /** The time to live of entries that never expire. */
  Duration FOREVER = Duration.ofSeconds(Long.MAX_VALUE);

  /**
   * The value under a key.
   *
   * @param key the key
   * @return the value, or null if there is none or it has expired
   */
  @Nullable CacheHit get(String key);

  /**
   * Puts a value under a key, in the place of another.
   *
   * @param key the key
   * @param value the value
   * @param timeToLive how long it lasts, positive; {@link #FOREVER} for no end
   */
  void set(String key, @Nullable Object value, Duration timeToLive);

  /**
   * Puts a value under a key that has none.
   *
   * @param key the key
   * @param value the value
   * @param timeToLive how long it lasts, positive; {@link #FOREVER} for no end
   * @return whether it was put
   */
  boolean add(String key, @Nullable Object value, Duration timeToLive);

  /**
   * Deletes a key.
   *
   * @param key the key
   * @return whether it had a value
   */
  boolean delete(String key);

  /**
   * Gives a value another time to live, from now.
   *
   * @param key the key
   * @param timeToLive how long it lasts, positive; {@link #FOREVER} for no end
   * @return whether the key has a value
   */
  boolean touch(String key, Duration timeToLive);

  /**
   * Adds to a whole number and keeps its time to live. The result is a {@link Long}, also where an
   * {@link Integer} was.
   *
   * @param key the key
   * @param delta what to add; may be negative
   * @return the new number, or empty if the key has no value
   * @throws io.quintet.cache.CacheException if the value is no whole number, or the sum does not
   *     fit a long
   */
  OptionalLong increment(String key, long delta);

  /**
   * Deletes every key that begins with a text.
   *
   * @param prefix the text, taken literally
   */
  void clear(String prefix);

  /**
   * The values under several keys.
   *
   * @param keys the keys
   * @return those that were found, in the order asked for
   */
  default Map<String, CacheHit> getMany(Collection<String> keys) {
    Map<String, CacheHit> found = new LinkedHashMap<>();
    for (String key : keys) {
      CacheHit hit = get(key);
      if (hit != null) {
        found.put(key, hit);
      }
    }
    return found;
  }

  /**
   * Puts several values.
   *
   * @param values keys and values
   * @param timeToLive how long they last, positive; {@link #FOREVER} for no end
   */
  default void setMany(Map<String, ? extends @Nullable Object> values, Duration timeToLive) {
    values.forEach((key, value) -> set(key, value, timeToLive));
  }

  /**
   * Deletes several keys.
   *
   * @param keys the keys
   */
  default void deleteMany(Collection<String> keys) {
    keys.forEach(this::delete);
  }

  /** Lets go of connections and files. */
  @Override
  default void close() {}
}
