package io.quintet.orm.internal.schema;

import static io.quintet.orm.internal.schema.Literals.quote;

import io.quintet.orm.migrations.ColumnState;
import io.quintet.orm.migrations.MigrationException;
import io.quintet.orm.migrations.ModelState;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/**
 * Gives rows that have null in a column a value, a few at a time along the primary key, each time
 * committed: who writes such a row meanwhile waits no longer than that.
 *
 * @param value its SQL
 */
record BatchedFill(String table, String key, String column, String value) {
  private static final int SMALLEST = 100;
  private static final int LARGEST = 10_000;
  private static final Duration LONG = Duration.ofMillis(200);

  static BatchedFill of(ModelState model, ColumnState column, String value) {
    return new BatchedFill(
        quote(model.table()), quote(model.primaryKey().column()), quote(column.column()), value);
  }

  /** All at once. */
  String statement() {
    return "UPDATE %s SET %s = %s WHERE %2$s IS NULL".formatted(table, column, value);
  }

  /**
   * Fills all; on a connection that commits each statement by itself.
   *
   * @param limit the longest that others may wait
   * @param progress is told how it goes
   */
  void run(Connection connection, Duration limit, Consumer<String> progress) {
    long aim = Math.min(limit.dividedBy(4).toNanos(), LONG.toNanos());
    SqlRunner.Live live = new SqlRunner.Live(connection);
    String last = "";
    int size = 1_000;
    long filled = 0;
    while (true) {
      String from = last.isEmpty() ? "" : " WHERE " + key + " > " + last;
      List<List<String>> found =
          live.ask(
              "SELECT max(%1$s) FROM (SELECT %1$s FROM %2$s%3$s ORDER BY %1$s LIMIT %4$d) batch"
                  .formatted(key, table, from, size));
      String end = found.getFirst().getFirst();
      if (end.equals("null")) {
        return;
      }
      end = end.matches("-?\\d+") ? end : "'" + end.replace("'", "''") + "'";
      long begin = System.nanoTime();
      filled +=
          update(
              connection,
              statement()
                  + " AND "
                  + key
                  + " <= "
                  + end
                  + (last.isEmpty() ? "" : " AND " + key + " > " + last));
      long took = System.nanoTime() - begin;
      size = took > aim ? Math.max(SMALLEST, size / 2) : Math.min(LARGEST, size + size / 4);
      last = end;
      progress.accept("%s of %s: %d rows filled, at %s".formatted(column, table, filled, last));
    }
  }

  private static int update(Connection connection, String sql) {
    try (Statement statement = connection.createStatement()) {
      return statement.executeUpdate(sql);
    } catch (SQLException e) {
      throw new MigrationException(e.getMessage() + "\nin the statement: " + sql, e);
    }
  }
}
