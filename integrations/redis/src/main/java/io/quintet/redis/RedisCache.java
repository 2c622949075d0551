package io.quintet.redis;

import io.quintet.cache.spi.CacheStore;
import java.time.Duration;

/**
 * Opens cache stores in Redis. The site's default cache is opened by its settings; this is for
 * further ones.
 */
public final class RedisCache {
  private RedisCache() {}

  /**
   * A store in a Redis server; the connection is made when it is first used. With TLS the server
   * must prove its name.
   *
   * @param url the address: {@code redis://HOST:PORT/DATABASE} or {@code
   *     rediss://USER:PASSWORD@HOST:PORT/DATABASE}
   * @param timeout how long to wait for a connection or an answer
   * @param maxConnections most connections at once
   * @return the store
   * @throws IllegalArgumentException if the address cannot be read
   */
  public static CacheStore open(String url, Duration timeout, int maxConnections) {
    RedisAddress address = RedisAddress.parse(url);
    return new RedisStore(RedisClients.open(address, timeout, maxConnections), address);
  }
}
