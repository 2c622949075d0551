package io.quintet.orm.internal.db;

import io.quintet.orm.internal.dialect.SqliteFunctions;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/**
 * Opens a SQLite file for many readers and one writer, foreign keys on, with the functions that it
 * lacks.
 */
final class SqliteSource extends DelegatingSource {
  private static final int BUSY_TIMEOUT_MS = (int) Duration.ofSeconds(20).toMillis();

  private final SQLiteConfig config;
  private final Path file;
  private final Duration statementTimeout;

  SqliteSource(Path file, Duration statementTimeout) {
    this(file, config(), statementTimeout);
  }

  private SqliteSource(Path file, SQLiteConfig config, Duration statementTimeout) {
    super(new SQLiteDataSource(config));
    this.file = file;
    this.config = config;
    this.statementTimeout = statementTimeout;
  }

  private static SQLiteConfig config() {
    SQLiteConfig config = new SQLiteConfig();
    config.setJournalMode(SQLiteConfig.JournalMode.WAL);
    config.setSynchronous(SQLiteConfig.SynchronousMode.NORMAL);
    config.setBusyTimeout(BUSY_TIMEOUT_MS);
    config.enforceForeignKeys(true);
    config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
    return config;
  }

  @Override
  public Connection getConnection() throws SQLException {
    SqliteConnection connection =
        new SqliteConnection("jdbc:sqlite:" + file, file.toString(), config.toProperties());
    if (statementTimeout.isPositive()) {
      connection.limit(statementTimeout);
    }
    SqliteFunctions.install(connection);
    return connection;
  }
}
