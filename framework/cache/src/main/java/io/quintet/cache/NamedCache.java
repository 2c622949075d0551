package io.quintet.cache;

import io.quintet.cache.spi.CacheStore;
import io.quintet.core.SiteContext;
import java.util.function.Function;

/**
 * A further cache that an app adds to its site.
 *
 * <pre>{@code
 * config.add(Caches.POINT, new NamedCache("reports",
 *     site -> CacheStores.files(site.baseDir().resolve("var/reports"), 500, site.clock())));
 * }</pre>
 *
 * @param alias the alias to know it by
 * @param factory opens the store when the cache is first used; closed with the site
 */
public record NamedCache(String alias, Function<SiteContext, CacheStore> factory) {}
