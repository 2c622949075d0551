package io.quintet.orm.internal.schema;

import io.quintet.orm.migrations.MigrationException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * Runs statements on MariaDB, where each change of a table is committed by itself: one that gets no
 * lock in time is tried again after others were let past.
 */
record PatientSql(Connection connection, Patience patience, Executor.Listener listener)
    implements SqlRunner {
  @Override
  public void run(String sql) {
    Live live = new Live(connection);
    for (int attempt = 1; ; attempt++) {
      try {
        live.run(sql);
        return;
      } catch (MigrationException e) {
        if (!Patience.isLockTimeout(e)) {
          throw e;
        }
        patience.waitAfter(attempt, e, live, listener::notice);
      }
    }
  }

  @Override
  public void fill(BatchedFill fill) {
    try {
      boolean autoCommit = connection.getAutoCommit();
      connection.setAutoCommit(true);
      Transactions.with(
          () -> fill.run(connection, patience.lockTimeout(), listener::progress),
          () -> connection.setAutoCommit(autoCommit));
    } catch (SQLException e) {
      throw new MigrationException("The connection failed: " + e.getMessage(), e);
    }
  }

  @Override
  public List<List<String>> ask(String sql) {
    return new Live(connection).ask(sql);
  }
}
