package io.quintet.orm.internal.schema;

import io.quintet.orm.migrations.MigrationException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * How long a statement waits for a lock on PostgreSQL or MariaDB, so that nobody queues up behind
 * it, and how often it is tried again.
 *
 * @param lockTimeout the longest wait for a lock
 * @param attempts how often at most
 * @param pause waits between two attempts
 */
record Patience(Duration lockTimeout, int attempts, Consumer<Duration> pause) {
  static final Patience USUAL = new Patience(Duration.ofSeconds(3), 20, Patience::sleep);

  private static final String LOCK_NOT_AVAILABLE = "55P03";
  private static final int LOCK_WAIT_TIMEOUT = 1205;
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

  Patience withLockTimeout(Duration timeout) {
    return new Patience(timeout, attempts, pause);
  }

  private static void sleep(Duration length) {
    try {
      Thread.sleep(length);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new MigrationException("Interrupted while waiting for a lock. Run migrate again.", e);
    }
  }

  /** The statement that limits the wait on a connection; MariaDB counts whole seconds. */
  String statement(Vendor vendor) {
    return vendor == Vendor.MARIADB
        ? "SET lock_wait_timeout = " + Math.max(1, (lockTimeout.toMillis() + 999) / 1000)
        : "SET lock_timeout = " + lockTimeout.toMillis();
  }

  static boolean isLockTimeout(Throwable error) {
    for (Throwable at = error; at != null; at = at.getCause()) {
      if (at instanceof SQLException sql
          && (LOCK_NOT_AVAILABLE.equals(sql.getSQLState())
              || sql.getErrorCode() == LOCK_WAIT_TIMEOUT)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Tells who was in the way and waits, longer from time to time.
   *
   * @param attempt which one failed, from 1
   */
  void waitAfter(
      int attempt, MigrationException failure, SqlRunner.Live sql, Consumer<String> notice) {
    String blockers = LockHolders.text(failure, sql);
    if (attempt >= attempts) {
      throw new MigrationException(
          "No lock within %s, tried %d times. %s End what holds it, or run migrate again at a quieter time."
              .formatted(shown(lockTimeout), attempt, blockers),
          failure);
    }
    Duration wait = Duration.ofSeconds(1L << Math.min(attempt - 1, 10));
    wait = wait.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : wait;
    notice.accept(
        "%s Trying again in %s (attempt %d of %d)."
            .formatted(blockers, shown(wait), attempt, attempts));
    pause.accept(wait);
  }

  private static String shown(Duration length) {
    return length.toMillis() % 1000 == 0 ? length.toSeconds() + " s" : length.toMillis() + " ms";
  }
}
