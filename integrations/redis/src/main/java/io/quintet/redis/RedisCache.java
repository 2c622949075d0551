package io.quintet.redis;

import io.quintet.cache.spi.CacheStore;
import java.time.Duration;
import javax.net.ssl.SSLParameters;
import redis.clients.jedis.ConnectionPoolConfig;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.RedisClient;

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
    int millis = Math.toIntExact(timeout.toMillis());
    DefaultJedisClientConfig.Builder config =
        DefaultJedisClientConfig.builder()
            .connectionTimeoutMillis(millis)
            .socketTimeoutMillis(millis)
            .database(address.database())
            .clientName("quintet")
            .ssl(address.tls());
    if (address.tls()) {
      SSLParameters parameters = new SSLParameters();
      parameters.setEndpointIdentificationAlgorithm("HTTPS");
      config.sslParameters(parameters);
    }
    if (address.user() != null) {
      config.user(address.user());
    }
    if (address.password() != null) {
      config.password(address.password());
    }
    ConnectionPoolConfig pool = new ConnectionPoolConfig();
    pool.setMaxTotal(maxConnections);
    pool.setMaxIdle(maxConnections);
    pool.setMaxWait(timeout);
    RedisClient client =
        RedisClient.builder()
            .hostAndPort(address.host(), address.port())
            .clientConfig(config.build())
            .poolConfig(pool)
            .build();
    return new RedisStore(client, address);
  }
}
