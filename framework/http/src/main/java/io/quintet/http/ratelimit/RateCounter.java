package io.quintet.http.ratelimit;

import io.quintet.cache.Cache;
import io.quintet.cache.CacheKeys;
import io.quintet.core.SiteContext;
import java.time.Duration;
import java.time.Instant;

/**
 * Counts in the site's cache, so that all processes of a site count together. The time of a rate
 * begins with the first call and is then over as a whole; so at its border twice the calls may come
 * close together.
 */
public final class RateCounter {
  private RateCounter() {}

  /**
   * A count.
   *
   * @param rate what is allowed
   * @param calls how many there were, this one included
   * @param reset how long until it begins anew
   */
  public record Count(Rate rate, long calls, Duration reset) {
    /** Whether this call was within the rate. */
    public boolean isAllowed() {
      return calls <= rate.calls();
    }

    /** How many calls are left. */
    public long remaining() {
      return Math.max(0, rate.calls() - calls);
    }
  }

  /**
   * Counts one call.
   *
   * @param group what it is counted for: counts of one group never touch those of another
   * @param who whose call it is; any text
   * @throws io.quintet.cache.CacheException if the cache cannot be reached
   */
  public static Count count(String group, String who, Rate rate) {
    if (rate.calls() == 0) {
      return new Count(rate, 1, rate.time());
    }
    Instant now = SiteContext.current().clock().instant();
    String key = CacheKeys.hash(rate + " " + who);
    Cache cache = Cache.current().within(group);
    cache.add(key + ":start", now.toEpochMilli(), rate.time());
    long calls = cache.count(key, rate.time());
    long start = cache.get(key + ":start", Long.class).orElse(now.toEpochMilli());
    Duration left = rate.time().minusMillis(now.toEpochMilli() - start);
    return new Count(rate, calls, left.isNegative() ? Duration.ZERO : left);
  }
}
