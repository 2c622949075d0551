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

  private RedisSettings() {}
}
