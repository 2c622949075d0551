package io.quintet.redis;

import io.quintet.core.settings.Setting;
import java.time.Duration;

/** The settings of this module. */
public final class RedisSettings {
  /** How long to wait for a connection or an answer. */
  public static final Setting<Duration> TIMEOUT =
      Setting.duration(
              "redis.timeout", Duration.ofSeconds(2), "How long to wait for Redis to answer")
          .check(Duration::isPositive, "it must be positive");

  /** Most connections of this process. */
  public static final Setting<Integer> MAX_CONNECTIONS =
      Setting.integer("redis.max-connections", 64, "Most connections of this process to Redis")
          .check(count -> count > 0, "it must be at least 1");

  /** Where the message bus is. */
  public static final Setting<String> BUS_URL =
      Setting.secret(
          "redis.bus-url",
          "",
          "Address of the Redis server for bus.backend=redis, such as redis://127.0.0.1:6379/0; empty: that of cache.url");

  private RedisSettings() {}
}
