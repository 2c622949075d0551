package io.quintet.orm.internal.schema;

import io.quintet.orm.migrations.MigrationException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * How long a statement waits for a lock on PostgreSQL, so that nobody queues up behind it, and how
 * often it is tried again.
 *
 * @param lockTimeout the longest wait for a lock
 * @param attempts how often at most
 * @param pause waits between two attempts
 */
record Patience(Duration lockTimeout, int attempts, Consumer<Duration> pause) {
  static final Patience USUAL = new Patience(Duration.ofSeconds(3), 20, Patience::sleep);

  private static final String LOCK_NOT_AVAILABLE = "55P03";
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
  private static final Pattern QUOTED = Pattern.compile("\"((?:[^\"]|\"\")+)\"");

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

  /** The statement that limits the wait on a connection. */
  String statement() {
    return "SET lock_timeout = " + lockTimeout.toMillis();
  }

  static boolean isLockTimeout(Throwable error) {
    for (Throwable at = error; at != null; at = at.getCause()) {
      if (at instanceof SQLException sql && LOCK_NOT_AVAILABLE.equals(sql.getSQLState())) {
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
    String blockers = blockers(failure.getMessage(), sql);
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

  private static String blockers(String failed, SqlRunner.Live sql) {
    Matcher names = QUOTED.matcher(failed);
    String tables =
        names
            .results()
            .map(found -> "to_regclass(" + literal(found.group()) + ")")
            .distinct()
            .collect(Collectors.joining(", "));
    List<List<String>> rows =
        tables.isEmpty()
            ? List.of()
            : sql.ask(
                """
                SELECT DISTINCT l.relation::regclass, a.pid,
                  extract(epoch FROM clock_timestamp() - a.xact_start)::int, left(a.query, 200)
                FROM pg_locks l JOIN pg_stat_activity a ON a.pid = l.pid
                WHERE l.granted AND l.relation = ANY(ARRAY[%s]::oid[]) AND l.pid <> pg_backend_pid()
                """
                    .formatted(tables));
    return rows.isEmpty()
        ? "The lock that a statement needs is held by another process."
        : rows.stream()
            .map(row ->
                "Table %s is in use by process %s (for %s s): %s."
                    .formatted(row.get(0), row.get(1), row.get(2), row.get(3).strip()))
            .collect(Collectors.joining(" "));
  }

  private static String literal(String text) {
    return Literals.sql(Vendor.POSTGRESQL, text);
  }
}
