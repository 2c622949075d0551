package io.quintet.cache;

import io.quintet.cache.spi.CacheBackend;
import io.quintet.cache.spi.CacheStore;
import io.quintet.cache.spi.CacheStores;
import io.quintet.core.ExtensionPoint;
import io.quintet.core.ImproperlyConfigured;
import io.quintet.core.Service;
import io.quintet.core.SiteContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/**
 * The caches of a site, by alias: {@value #DEFAULT}, which the settings describe, and those that
 * apps add.
 */
public final class Caches implements AutoCloseable {
  /** Alias of the cache that the settings describe. */
  public static final String DEFAULT = "default";

  /** The caches of a site. */
  public static final Service<Caches> SERVICE =
      Service.of("caches", Caches::new).closing(Caches::close);

  /** Where apps add further caches. */
  public static final ExtensionPoint<NamedCache> POINT = ExtensionPoint.named("caches");

  /** Where apps add kinds of stores for the setting {@code cache.backend}. */
  public static final ExtensionPoint<CacheBackend> BACKENDS =
      ExtensionPoint.named("cache back ends");

  private record BuiltIn(String name, Function<CacheBackend.Config, CacheStore> factory)
      implements CacheBackend {
    @Override
    public CacheStore open(Config config) {
      return factory.apply(config);
    }
  }

  private static final List<CacheBackend> BUILT_IN =
      List.of(
          new BuiltIn("memory", c -> CacheStores.memory(c.maxEntries(), c.site().clock())),
          new BuiltIn("file", c -> CacheStores.files(c.folder(), c.maxEntries(), c.site().clock())),
          new BuiltIn("none", c -> CacheStores.none()));

  private final SiteContext site;
  private final Map<String, Function<SiteContext, CacheStore>> factories = new LinkedHashMap<>();
  private final Map<String, Cache> opened = new LinkedHashMap<>();
  private final List<CacheStore> stores = new ArrayList<>();
  private final ReentrantLock opening = new ReentrantLock();

  private Caches(SiteContext site) {
    this.site = site;
    factories.put(DEFAULT, Caches::openDefault);
    for (NamedCache named : site.extensions(POINT)) {
      factories.put(named.alias(), named.factory());
    }
  }

  /**
   * The caches of the current site.
   *
   * @return the caches
   */
  public static Caches current() {
    return SiteContext.current().service(SERVICE);
  }

  /**
   * A cache; opened when first asked for.
   *
   * @param alias its alias
   * @return the cache
   * @throws CacheException if there is none of that alias
   * @throws ImproperlyConfigured if its settings are wrong
   */
  public Cache get(String alias) {
    opening.lock();
    try {
      Cache cache = opened.get(alias);
      if (cache == null) {
        cache = open(alias);
        opened.put(alias, cache);
      }
      return cache;
    } finally {
      opening.unlock();
    }
  }

  /**
   * The aliases that are known.
   *
   * @return the aliases
   */
  public Set<String> aliases() {
    return Set.copyOf(factories.keySet());
  }

  private Cache open(String alias) {
    Function<SiteContext, CacheStore> factory = factories.get(alias);
    if (factory == null) {
      throw new CacheException(
          "There is no cache \"%s\"; this site has %s. An app adds one with config.add(Caches.POINT, new NamedCache(...))"
              .formatted(alias, factories.keySet()));
    }
    CacheStore store = factory.apply(site);
    stores.add(store);
    String prefix = site.setting(CacheSettings.PREFIX);
    return Cache.over(
        store,
        prefix.isEmpty() ? site.name().replace(':', '_') : prefix,
        site.setting(CacheSettings.TIME_TO_LIVE));
  }

  private static CacheStore openDefault(SiteContext site) {
    CacheBackend backend =
        backend(site).orElseThrow(() -> new ImproperlyConfigured(unknownBackend(site)));
    return backend.open(
        new CacheBackend.Config(
            site,
            site.setting(CacheSettings.URL),
            site.baseDir().resolve(site.setting(CacheSettings.FOLDER)),
            site.setting(CacheSettings.MAX_ENTRIES)));
  }

  static Optional<CacheBackend> backend(SiteContext site) {
    String name = site.setting(CacheSettings.BACKEND);
    return known(site).stream().filter(backend -> backend.name().equals(name)).findFirst();
  }

  static String unknownBackend(SiteContext site) {
    return "cache.backend is \"%s\"; this site knows %s. For redis, add the module quintet-redis and install io.quintet.redis.RedisApp"
        .formatted(
            site.setting(CacheSettings.BACKEND),
            known(site).stream().map(CacheBackend::name).toList());
  }

  private static List<CacheBackend> known(SiteContext site) {
    List<CacheBackend> known = new ArrayList<>(site.extensions(BACKENDS));
    known.addAll(BUILT_IN);
    return known;
  }

  /** Closes the stores that were opened. */
  @Override
  public void close() {
    opening.lock();
    try {
      stores.forEach(CacheStore::close);
      stores.clear();
      opened.clear();
    } finally {
      opening.unlock();
    }
  }
}
