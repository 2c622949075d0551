package io.quintet.cache.spi;

import io.quintet.core.SiteContext;
import java.nio.file.Path;

/** A kind of cache store that the setting {@code cache.backend} can name. */
public interface CacheBackend {
  /**
   * What a store is opened with.
   *
   * @param site the site
   * @param url the setting {@code cache.url}; may be empty
   * @param folder the setting {@code cache.folder}, absolute
   * @param maxEntries the setting {@code cache.max-entries}
   */
  record Config(SiteContext site, String url, Path folder, int maxEntries) {
    /** Leaves the address out, which may hold a password. */
    @Override
    public String toString() {
      return "Config[" + site.name() + ", " + folder + ", " + maxEntries + " entries]";
    }
  }

  /**
   * The name for {@code cache.backend}.
   *
   * @return such as {@code redis}
   */
  String name();

  /**
   * Opens a store; closed with the site.
   *
   * @param config what it is opened with
   * @return the store
   * @throws io.quintet.core.ImproperlyConfigured if a setting is wrong
   */
  CacheStore open(Config config);
}
