package io.quintet.cache.internal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Locks on keys that hold among the threads of this process and among the processes of this
 * machine.
 */
final class FileLocks {
  private static final int STRIPES = 64;
  private static final long RETRY_NANOS = 1_000_000;

  private final Path folder;
  private final ReentrantLock[] stripes = new ReentrantLock[STRIPES];

  FileLocks(Path folder) {
    this.folder = folder;
    for (int i = 0; i < STRIPES; i++) {
      stripes[i] = new ReentrantLock();
    }
  }

  /** A lock that is held until closed. */
  interface Held extends AutoCloseable {
    @Override
    void close() throws IOException;
  }

  Held lock(String key) throws IOException {
    int index = Math.floorMod(key.hashCode(), STRIPES);
    ReentrantLock stripe = stripes[index];
    stripe.lock();
    try {
      CacheFolder.makeFolders(folder);
      FileChannel channel =
          FileChannel.open(
              folder.resolve(Integer.toString(index)),
              StandardOpenOption.CREATE,
              StandardOpenOption.WRITE);
      try {
        FileLock lock = acquire(channel);
        return () -> {
          try (channel) {
            lock.release();
          } finally {
            stripe.unlock();
          }
        };
      } catch (IOException | RuntimeException e) {
        channel.close();
        throw e;
      }
    } catch (IOException | RuntimeException e) {
      stripe.unlock();
      throw e;
    }
  }

  /** Waits also where another store of this process, over the same folder, holds the lock. */
  private static FileLock acquire(FileChannel channel) throws IOException {
    while (true) {
      try {
        return channel.lock();
      } catch (OverlappingFileLockException e) {
        LockSupport.parkNanos(RETRY_NANOS);
        if (Thread.currentThread().isInterrupted()) {
          throw new IOException("Interrupted while waiting for a lock", e);
        }
      }
    }
  }
}
