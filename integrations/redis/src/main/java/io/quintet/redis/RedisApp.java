package io.quintet.redis;

import io.quintet.cache.CacheSettings;
import io.quintet.cache.Caches;
import io.quintet.cache.spi.CacheBackend;
import io.quintet.cache.spi.CacheStore;
import io.quintet.core.App;
import io.quintet.core.AppConfig;
import io.quintet.core.ImproperlyConfigured;
import io.quintet.core.SiteContext;
import io.quintet.core.bus.MessageBus;
import io.quintet.core.checks.CheckContext;
import io.quintet.core.checks.CheckMessage;
import java.util.List;

/**
 * Lets a site keep its cache in Redis: set {@code cache.backend} to {@code redis} and {@code
 * cache.url} to an address such as {@code redis://127.0.0.1:6379/0}, or {@code rediss://} for TLS.
 * With {@code bus.backend} {@code redis} the processes of a site hear each other through it.
 */
public final class RedisApp implements App {
  private static final String NAME = "redis";

  private static final class Backend implements CacheBackend {
    @Override
    public String name() {
      return NAME;
    }

    @Override
    public CacheStore open(Config config) {
      SiteContext site = config.site();
      try {
        return RedisCache.open(
            config.url(),
            site.setting(RedisSettings.TIMEOUT),
            site.setting(RedisSettings.MAX_CONNECTIONS));
      } catch (IllegalArgumentException e) {
        throw new ImproperlyConfigured("cache.url: " + e.getMessage());
      }
    }
  }

  /** The app. */
  public RedisApp() {}

  @Override
  public String label() {
    return NAME;
  }

  @Override
  public void configure(AppConfig config) {
    config
        .add(Caches.BACKENDS, new Backend())
        .add(MessageBus.BACKENDS, new MessageBus.Backend(NAME, RedisApp::openBus))
        .settings(RedisSettings.TIMEOUT, RedisSettings.MAX_CONNECTIONS, RedisSettings.BUS_URL)
        .checks(RedisApp::checkAddress);
  }

  private static MessageBus openBus(SiteContext site) {
    String own = site.setting(RedisSettings.BUS_URL);
    boolean shared = own.isEmpty() && site.settings().declares(CacheSettings.URL);
    try {
      RedisAddress address = RedisAddress.parse(shared ? site.setting(CacheSettings.URL) : own);
      return new RedisBus(address, site.name(), site.setting(RedisSettings.TIMEOUT));
    } catch (IllegalArgumentException e) {
      throw new ImproperlyConfigured(
          (shared ? "cache.url" : "redis.bus-url") + ": " + e.getMessage());
    }
  }

  private static List<CheckMessage> checkAddress(CheckContext context) {
    SiteContext site = context.site();
    if (!site.setting(CacheSettings.BACKEND).equals(NAME)) {
      return List.of();
    }
    try {
      RedisAddress.parse(site.setting(CacheSettings.URL));
      return List.of();
    } catch (IllegalArgumentException e) {
      return List.of(
          CheckMessage.error(
              "redis.E001", "cache.url: " + e.getMessage(), "Set " + CacheSettings.URL.variable()));
    }
  }
}
