package io.quintet.orm.internal.schema;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * Others who use a table while it changes: one reads a row again and again, one changes a row. Each
 * lets the database end a statement that waits for a lock longer than a limit.
 */
final class Loops implements AutoCloseable {
  /** No lock in time, or one of two that wait for each other. */
  private static final Set<String> BLOCKED = Set.of("55P03", "40P01");

  /** One of the two. */
  static final class Loop {
    private final AtomicLong longest = new AtomicLong();
    private final AtomicInteger blocked = new AtomicInteger();
    private final CountDownLatch going = new CountDownLatch(1);

    /** The longest that a statement took. */
    Duration longest() {
      return Duration.ofNanos(longest.get());
    }

    /** How many statements waited for a lock longer than the limit, or for ever. */
    int blocked() {
      return blocked.get();
    }
  }

  final Loop reader = new Loop();
  final Loop writer = new Loop();
  private final AtomicBoolean ended = new AtomicBoolean();
  private final Thread[] threads;

  private Loops(TestDatabase db, int rows, Duration limit) throws InterruptedException {
    threads =
        new Thread[] {
          start(db, reader, "SELECT title FROM blog_post WHERE id = %d", rows, limit),
          start(db, writer, "UPDATE blog_post SET likes = likes + 1 WHERE id = %d", rows, limit)
        };
    reader.going.await();
    writer.going.await();
  }

  /** Starts both, and returns when both have done their first statement. */
  static Loops on(TestDatabase db, int rows, Duration limit) throws InterruptedException {
    return new Loops(db, rows, limit);
  }

  private Thread start(TestDatabase db, Loop loop, String sql, int rows, Duration limit) {
    return Thread.ofPlatform()
        .start(() -> {
          try (Connection connection = db.another();
              var statement = connection.createStatement()) {
            statement.execute("SET lock_timeout = " + limit.toMillis());
            while (!ended.get()) {
              once(loop, statement, sql.formatted(1 + ThreadLocalRandom.current().nextInt(rows)));
              loop.going.countDown();
              LockSupport.parkNanos(1_000_000);
            }
          } catch (SQLException e) {
            throw new IllegalStateException(e);
          }
        });
  }

  private static void once(Loop loop, Statement statement, String sql) throws SQLException {
    long begin = System.nanoTime();
    try {
      statement.execute(sql);
    } catch (SQLException e) {
      if (!BLOCKED.contains(e.getSQLState())) {
        throw e;
      }
      loop.blocked.incrementAndGet();
    }
    loop.longest.accumulateAndGet(System.nanoTime() - begin, Math::max);
  }

  @Override
  public void close() throws InterruptedException {
    ended.set(true);
    for (Thread thread : threads) {
      thread.join();
    }
  }
}
