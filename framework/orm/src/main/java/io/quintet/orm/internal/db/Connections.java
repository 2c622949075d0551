package io.quintet.orm.internal.db;

import com.zaxxer.hikari.HikariDataSource;
import io.quintet.orm.DbException;
import io.quintet.orm.PoolExhaustedException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * The connections of a database: at most so many at once, handed out in the order in which they
 * were asked for.
 *
 * <p>The pool by itself lets a running thread overtake waiting ones, so that with many virtual
 * threads some wait for a second while others never do. A fair gate as wide as the pool stands in
 * front of it: whoever is through the gate finds a connection free.
 */
final class Connections implements AutoCloseable {
  /** Makes a connection beside the pool, to see at once whether the address is right. */
  @FunctionalInterface
  interface Probe {
    /** Connects. */
    Connection connect() throws SQLException;
  }

  private final String alias;
  private final HikariDataSource pool;
  private final Probe probe;
  private final int size;
  private final Duration wait;
  private final Semaphore gate;

  Connections(String alias, HikariDataSource pool, Probe probe, Duration wait) {
    this.alias = alias;
    this.pool = pool;
    this.probe = probe;
    this.size = pool.getMaximumPoolSize();
    this.wait = wait;
    this.gate = new Semaphore(size, true);
  }

  /**
   * A connection, to be given back.
   *
   * @throws PoolExhaustedException when none came free in time
   */
  Connection take() throws SQLException {
    pass();
    try {
      if (isEmpty()) {
        probe.connect().close();
      }
      return pool.getConnection();
    } catch (SQLException | RuntimeException | Error e) {
      gate.release();
      throw e;
    }
  }

  private boolean isEmpty() {
    var state = pool.getHikariPoolMXBean();
    return state == null || state.getTotalConnections() == 0;
  }

  private void pass() {
    boolean passed;
    try {
      passed = gate.tryAcquire(wait.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DbException(
          "Interrupted while waiting for a connection to the database \"" + alias + "\".", e);
    }
    if (!passed) {
      throw new PoolExhaustedException(
          "All %d connections to the database \"%s\" are in use, and none came free in %s; %d more callers wait. Make what holds them shorter (transactions, streams that are not closed), or raise orm.pool-size."
              .formatted(size, alias, text(wait), gate.getQueueLength()));
    }
  }

  private static String text(Duration duration) {
    return duration.toMillis() % 1000 == 0
        ? duration.toSeconds() + " seconds"
        : duration.toMillis() + " milliseconds";
  }

  /** Takes a connection back. */
  void giveBack(Connection connection) throws SQLException {
    try {
      connection.close();
    } finally {
      gate.release();
    }
  }

  /** Takes back one that may be broken. */
  void giveBackQuietly(Connection connection) {
    try {
      giveBack(connection);
    } catch (SQLException e) {
      System.getLogger(Connections.class.getName())
          .log(System.Logger.Level.WARNING, "A connection could not be given back in order", e);
    }
  }

  /** Closes all connections that are not in use, and those in use when they come back. */
  void forgetAll() {
    pool.getHikariPoolMXBean().softEvictConnections();
  }

  @Override
  public void close() {
    pool.close();
  }
}
