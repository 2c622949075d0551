package io.quintet.orm.internal.db;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.sqlite.ProgressHandler;
import org.sqlite.jdbc4.JDBC4Connection;

/**
 * A connection to SQLite that keeps the statements it has prepared, the least recently used of them
 * closed when there are too many. The driver itself prepares each time.
 */
final class SqliteConnection extends JDBC4Connection {
  private static final int MOST = 128;

  private final Map<String, PreparedStatement> idle = new LinkedHashMap<>(MOST, 0.75f, true);
  private @Nullable StatementClock clock;

  SqliteConnection(String url, String file, Properties properties) throws SQLException {
    super(url, file, properties);
  }

  /** Ends statements that run longer. */
  void limit(Duration duration) throws SQLException {
    clock = new StatementClock(duration);
    ProgressHandler.setHandler(this, StatementClock.STEPS, clock);
  }

  /** A statement; one that is kept goes back to this connection when it is closed. */
  static Prepared prepare(Connection connection, String sql, boolean keep) throws SQLException {
    SqliteConnection own = connection.unwrap(SqliteConnection.class);
    PreparedStatement known = keep ? own.idle.remove(sql) : null;
    PreparedStatement statement = known != null ? known : own.prepareStatement(sql);
    StatementClock running = own.clock;
    if (running != null) {
      running.start();
    }
    return new Prepared(statement, () -> own.giveBack(sql, statement, keep));
  }

  private void giveBack(String sql, PreparedStatement statement, boolean keep) throws SQLException {
    if (clock != null) {
      clock.stop();
    }
    if (!keep) {
      statement.close();
      return;
    }
    statement.clearParameters();
    PreparedStatement twin = idle.put(sql, statement);
    if (twin != null) {
      twin.close();
    }
    if (idle.size() > MOST) {
      Iterator<PreparedStatement> oldest = idle.values().iterator();
      PreparedStatement left = oldest.next();
      oldest.remove();
      left.close();
    }
  }
}
