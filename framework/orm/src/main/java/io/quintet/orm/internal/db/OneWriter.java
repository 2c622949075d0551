package io.quintet.orm.internal.db;

import io.quintet.orm.ConflictException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/** Whose turn it is to write, where a database lets only one transaction write at a time. */
final class OneWriter {
  private static final Duration WRITER_WAIT = Duration.ofSeconds(20);

  private final String alias;
  private final ReentrantLock lock = new ReentrantLock(true);

  OneWriter(String alias) {
    this.alias = alias;
  }

  /**
   * Waits for the turn.
   *
   * @throws ConflictException when it does not come in time
   */
  void begin() {
    boolean locked;
    try {
      locked = lock.tryLock(WRITER_WAIT.toSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ConflictException(
          "Interrupted while waiting to write to the database \"" + alias + "\".", e);
    }
    if (!locked) {
      throw new ConflictException(
          "Another transaction has been writing to the database \"%s\" for %d seconds; SQLite lets one write at a time. Make"
                  .formatted(alias, WRITER_WAIT.toSeconds())
              + " transactions shorter, or use PostgreSQL.",
          null);
    }
  }

  void end() {
    lock.unlock();
  }
}
