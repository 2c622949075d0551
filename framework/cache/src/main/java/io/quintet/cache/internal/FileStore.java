package io.quintet.cache.internal;

import io.quintet.cache.CacheException;
import io.quintet.cache.spi.CacheHit;
import io.quintet.cache.spi.CacheStore;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** Entries in files, one each, in a folder that several processes may share. */
public final class FileStore implements CacheStore {
  private static final System.Logger LOG = System.getLogger("io.quintet.cache");
  private static final long UNKNOWN = -1;

  private final CacheFolder folder;
  private final FileLocks locks;
  private final Clock clock;
  private final int maxEntries;
  private final AtomicLong entries = new AtomicLong(UNKNOWN);
  private final ReentrantLock culling = new ReentrantLock();

  /** A store in a folder. */
  public FileStore(Path root, int maxEntries, Clock clock) {
    this.folder = new CacheFolder(root);
    this.locks = new FileLocks(root.resolve("locks"));
    this.clock = clock;
    this.maxEntries = maxEntries;
  }

  private interface Work<T extends @Nullable Object> {
    T run() throws IOException;
  }

  private <T extends @Nullable Object> T locked(String key, Work<T> work) {
    try (var lock = locks.lock(key)) {
      return work.run();
    } catch (IOException e) {
      throw failed(e);
    }
  }

  private CacheException failed(IOException e) {
    return new CacheException(
        "The file cache in %s failed (%s: %s); check that the folder can be written and the disk is not full"
            .formatted(folder.root(), e.getClass().getSimpleName(), e.getMessage()),
        e);
  }

  private @Nullable CacheFile live(String key) throws IOException {
    Path path = folder.path(key);
    CacheFile file;
    try {
      file = folder.read(path);
    } catch (CacheFile.Unreadable e) {
      LOG.log(
          System.Logger.Level.WARNING, "The cache file {0} is ignored: {1}", path, e.getMessage());
      return null;
    }
    return file == null || !file.key().equals(key) || file.hasExpired(clock.millis()) ? null : file;
  }

  private void write(String key, byte[] value, long expires) throws IOException {
    if (folder.write(new CacheFile(key, expires, value)) && entries.get() != UNKNOWN) {
      entries.incrementAndGet();
    }
  }

  private long expires(Duration timeToLive) {
    long seconds = timeToLive.getSeconds();
    return seconds > Integer.MAX_VALUE
        ? CacheFile.NEVER
        : clock.millis() + Math.max(1, timeToLive.toMillis());
  }

  @Override
  public @Nullable CacheHit get(String key) {
    try {
      CacheFile file = live(key);
      return file == null ? null : new CacheHit(ValueReader.read(file.value()));
    } catch (CacheException e) {
      LOG.log(
          System.Logger.Level.WARNING,
          "The cache file {0} is ignored: {1}",
          folder.path(key),
          e.getMessage());
      return null;
    } catch (IOException e) {
      throw failed(e);
    }
  }

  @Override
  public void set(String key, @Nullable Object value, Duration timeToLive) {
    byte[] bytes = ValueWriter.write(value);
    locked(
        key,
        () -> {
          write(key, bytes, expires(timeToLive));
          return null;
        });
    cullWhenFull();
  }

  @Override
  public boolean add(String key, @Nullable Object value, Duration timeToLive) {
    byte[] bytes = ValueWriter.write(value);
    boolean added =
        locked(
            key,
            () -> {
              if (live(key) != null) {
                return false;
              }
              write(key, bytes, expires(timeToLive));
              return true;
            });
    cullWhenFull();
    return added;
  }

  @Override
  public boolean delete(String key) {
    return locked(
        key,
        () -> {
          boolean found = live(key) != null;
          folder.delete(folder.path(key));
          return found;
        });
  }

  @Override
  public boolean touch(String key, Duration timeToLive) {
    return locked(
        key,
        () -> {
          CacheFile file = live(key);
          if (file == null) {
            return false;
          }
          write(key, file.value(), expires(timeToLive));
          return true;
        });
  }

  @Override
  public OptionalLong increment(String key, long delta) {
    return locked(
        key,
        () -> {
          CacheFile file = live(key);
          if (file == null) {
            return OptionalLong.empty();
          }
          long sum = Numbers.add(key, ValueReader.read(file.value()), delta);
          write(key, ValueWriter.write(sum), file.expires());
          return OptionalLong.of(sum);
        });
  }

  @Override
  public void clear(String prefix) {
    try {
      folder.deleteWhere(file -> file.key().startsWith(prefix));
      entries.set(UNKNOWN);
    } catch (IOException e) {
      throw failed(e);
    }
  }

  private void cullWhenFull() {
    if (entries.get() != UNKNOWN && entries.get() <= maxEntries || !culling.tryLock()) {
      return;
    }
    try {
      entries.set(folder.cull(maxEntries, clock.millis()));
    } catch (IOException e) {
      throw failed(e);
    } finally {
      culling.unlock();
    }
  }
}
