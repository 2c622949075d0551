package io.quintet.orm.internal.schema;

import io.quintet.orm.migrations.MigrationException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Tells from another connection how far a long statement of the migrating one is. */
final class StatementWatch implements AutoCloseable {
  /** Lends a second connection to the same database for a moment. */
  @FunctionalInterface
  public interface Elsewhere {
    void with(Consumer<Connection> work);
  }

  private static final String POSTGRESQL =
      """
      SELECT left(a.query, 100), extract(epoch FROM clock_timestamp() - a.query_start)::int,
        coalesce(p.phase, ''), CASE WHEN p.blocks_total > 0 THEN 100 * p.blocks_done / p.blocks_total
        WHEN p.tuples_total > 0 THEN 100 * p.tuples_done / p.tuples_total ELSE -1 END
      FROM pg_stat_activity a LEFT JOIN pg_stat_progress_create_index p ON p.pid = a.pid
      WHERE a.state = 'active' AND a.pid = %s
      """;

  private static final String MARIADB =
      """
      SELECT left(info, 100), time, coalesce(state, ''), if(max_stage > 0, floor(progress), -1)
      FROM information_schema.processlist WHERE info IS NOT NULL AND id = %s
      """;

  private final CountDownLatch ended = new CountDownLatch(1);
  private final Thread thread;

  private StatementWatch(
      String query, Elsewhere elsewhere, Duration every, Executor.Listener listener) {
    this.thread =
        Thread.ofVirtual()
            .start(() -> {
              try {
                while (!ended.await(every.toMillis(), TimeUnit.MILLISECONDS)) {
                  elsewhere.with(other ->
                      new SqlRunner.Live(other)
                          .ask(query)
                          .forEach(row -> listener.progress(text(row))));
                }
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              } catch (RuntimeException e) {
                listener.notice("No progress can be shown: " + e.getMessage());
              }
            });
  }

  /** Watches a connection until it is closed. */
  static StatementWatch of(
      Connection watched, Elsewhere elsewhere, Duration every, Executor.Listener listener)
      throws SQLException {
    SqlRunner.Live sql = new SqlRunner.Live(watched);
    String query =
        switch (Vendor.of(watched)) {
          case POSTGRESQL -> POSTGRESQL.formatted(one(sql, "SELECT pg_backend_pid()"));
          case MARIADB -> MARIADB.formatted(one(sql, "SELECT connection_id()"));
          case SQLITE ->
              throw new MigrationException("SQLite does not tell how far a statement is.");
        };
    return new StatementWatch(query, elsewhere, every, listener);
  }

  private static String one(SqlRunner sql, String query) {
    return sql.ask(query).getFirst().getFirst();
  }

  /** One line of what the database says. */
  static String text(List<String> row) {
    String statement = row.get(0).replaceAll("\\s+", " ").strip();
    String percent = row.get(3).startsWith("-") ? "" : ", " + row.get(3) + " %";
    return statement
        + " ... "
        + (row.get(2).isEmpty() ? "" : row.get(2) + percent + ", ")
        + row.get(1)
        + " s";
  }

  @Override
  public void close() {
    ended.countDown();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
