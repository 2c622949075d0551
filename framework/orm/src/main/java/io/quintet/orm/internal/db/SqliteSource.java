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

  SqliteSource(Path file) {
    super(source(file));
  }

  private static SQLiteDataSource source(Path file) {
    SQLiteConfig config = new SQLiteConfig();
    config.setJournalMode(SQLiteConfig.JournalMode.WAL);
    config.setSynchronous(SQLiteConfig.SynchronousMode.NORMAL);
    config.setBusyTimeout(BUSY_TIMEOUT_MS);
    config.enforceForeignKeys(true);
    config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
    SQLiteDataSource source = new SQLiteDataSource(config);
    source.setUrl("jdbc:sqlite:" + file);
    return source;
  }

  @Override
  public Connection getConnection() throws SQLException {
    Connection connection = super.getConnection();
    SqliteFunctions.install(connection);
    return connection;
  }
}
