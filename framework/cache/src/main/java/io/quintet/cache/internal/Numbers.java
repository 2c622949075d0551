package io.quintet.cache.internal;

import io.quintet.cache.CacheException;
import org.jspecify.annotations.Nullable;

/** Adds to cached numbers. */
public final class Numbers {
  private Numbers() {}

  /**
   * The sum.
   *
   * @throws CacheException if the value is no whole number, or the sum does not fit a long
   */
  public static long add(String key, @Nullable Object value, long delta) {
    long number =
        switch (value) {
          case Integer whole -> whole;
          case Long whole -> whole;
          case null, default -> throw notWhole(key, value);
        };
    try {
      return Math.addExact(number, delta);
    } catch (ArithmeticException e) {
      throw overflow(key, delta, e);
    }
  }

  /** The exception for a sum that does not fit. */
  public static CacheException overflow(String key, long delta, @Nullable Throwable cause) {
    return new CacheException(
        "Adding %d to the cached number \"%s\" gives more than a long can hold"
            .formatted(delta, key),
        cause);
  }

  /** The exception for a value that cannot be counted on. */
  public static CacheException notWhole(String key, @Nullable Object value) {
    return new CacheException(
        "The cached value \"%s\" is %s, not a whole number, so nothing can be added to it"
            .formatted(key, value == null ? "null" : "a " + value.getClass().getSimpleName()));
  }
}
