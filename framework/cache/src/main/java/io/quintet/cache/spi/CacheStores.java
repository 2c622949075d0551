package io.quintet.cache.spi;

import io.quintet.cache.internal.FileStore;
import io.quintet.cache.internal.MemoryStore;
import io.quintet.cache.internal.NoStore;
import java.nio.file.Path;
import java.time.Clock;

/** The stores that need no other service. */
public final class CacheStores {
  private CacheStores() {}

  /**
   * A store in the memory of this process; the least useful entries go when it is full.
   *
   * @param maxEntries most entries, at least 1
   * @param clock tells when an entry expires
   * @return an empty store
   */
  public static CacheStore memory(int maxEntries, Clock clock) {
    return new MemoryStore(maxEntries, clock);
  }

  /**
   * A store in files of one folder, which processes of one machine may share; the oldest entries go
   * when it is full.
   *
   * @param folder the folder, used for nothing else; made on first use
   * @param maxEntries about how many entries to keep, at least 1
   * @param clock tells when an entry expires
   * @return the store
   */
  public static CacheStore files(Path folder, int maxEntries, Clock clock) {
    return new FileStore(folder, maxEntries, clock);
  }

  /**
   * A store that keeps nothing, for development.
   *
   * @return the store
   */
  public static CacheStore none() {
    return new NoStore();
  }
}
