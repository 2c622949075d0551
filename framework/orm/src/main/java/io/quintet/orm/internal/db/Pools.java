package io.quintet.orm.internal.db;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.quintet.orm.DatabaseUrl;
import io.quintet.orm.DbException;
import io.quintet.orm.internal.dialect.Dialect;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;

/** Opens the pool of a database. */
public final class Pools {
  private static final long CONNECT_TIMEOUT_MS = Duration.ofSeconds(10).toMillis();

  /** How many statements a connection to PostgreSQL keeps prepared. */
  private static final int KEPT_STATEMENTS = 512;

  private static final String MARIA_SESSION =
      "SET sql_mode = 'ANSI_QUOTES,PIPES_AS_CONCAT,NO_BACKSLASH_ESCAPES,STRICT_ALL_TABLES,NO_ENGINE_SUBSTITUTION',"
          + " time_zone = '+00:00', collation_connection = utf8mb4_nopad_bin,"
          + " max_recursive_iterations = 4294967295";

  private Pools() {}

  /**
   * How a pool is used.
   *
   * @param size the greatest number of connections
   * @param longestWait how long a caller waits for one
   * @param statementTimeout how long a statement may run; zero for as long as it takes
   */
  public record Limits(int size, Duration longestWait, Duration statementTimeout) {}

  /** Opens it; connections are made when they are needed. */
  public static Database open(String alias, DatabaseUrl url, Path baseDir, Limits limits) {
    return switch (url) {
      case DatabaseUrl.Sqlite sqlite ->
          sqlite(alias, baseDir.resolve(sqlite.file()).normalize(), limits);
      case DatabaseUrl.Postgres postgres -> postgres(alias, postgres, limits);
      case DatabaseUrl.MariaDb maria -> maria(alias, maria, limits);
    };
  }

  private static Database sqlite(String alias, Path file, Limits limits) {
    try {
      if (file.getParent() != null) {
        Files.createDirectories(file.getParent());
      }
    } catch (IOException e) {
      throw new DbException(
          "The folder of the SQLite database %s cannot be made: %s. Set orm.database-url to a place that can be written."
              .formatted(file, e.getMessage()),
          e);
    }
    HikariConfig config = config(alias, limits);
    SqliteSource source = new SqliteSource(file, limits.statementTimeout());
    config.setDataSource(source);
    Connections connections =
        new Connections(
            alias, new HikariDataSource(config), source::getConnection, limits.longestWait());
    return new Database(
        alias, "sqlite:" + file, Dialect.sqlite(), connections, SqliteConnection::prepare);
  }

  private static Database postgres(String alias, DatabaseUrl.Postgres url, Limits limits) {
    HikariConfig config = config(alias, limits);
    config.setJdbcUrl(url.jdbc());
    config.setDriverClassName("org.postgresql.Driver");
    config.setUsername(url.user());
    config.setPassword(url.password());
    config.addDataSourceProperty("prepareThreshold", "1");
    config.addDataSourceProperty("preparedStatementCacheQueries", String.valueOf(KEPT_STATEMENTS));
    if (limits.statementTimeout().isPositive()) {
      config.setConnectionInitSql(
          "SET statement_timeout = " + limits.statementTimeout().toMillis());
    }
    Connections.Probe probe =
        () -> DriverManager.getConnection(url.jdbc(), url.user(), url.password());
    Connections connections =
        new Connections(alias, new HikariDataSource(config), probe, limits.longestWait());
    return new Database(
        alias, url.toString(), Dialect.postgresql(), connections, Prepared::byDriver);
  }

  /**
   * Its sessions read SQL as the standard has it (names in double quotes, {@code ||} joins texts, a
   * backslash is a backslash), refuse values that do not fit, and keep moments in UTC.
   */
  private static Database maria(String alias, DatabaseUrl.MariaDb url, Limits limits) {
    requireMariaDriver();
    HikariConfig config = config(alias, limits);
    config.setJdbcUrl(url.jdbc());
    config.setUsername(url.user());
    config.setPassword(url.password());
    config.addDataSourceProperty("useServerPrepStmts", "true");
    config.addDataSourceProperty("cachePrepStmts", "true");
    // Its bulk protocol does not tell how many rows a batch changed.
    config.addDataSourceProperty("useBulkStmts", "false");
    config.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
    String timeout =
        limits.statementTimeout().isPositive()
            ? ", max_statement_time = " + limits.statementTimeout().toMillis() / 1000.0
            : "";
    config.setConnectionInitSql(MARIA_SESSION + timeout);
    Connections.Probe probe =
        () -> DriverManager.getConnection(url.jdbc(), url.user(), url.password());
    Connections connections =
        new Connections(alias, new HikariDataSource(config), probe, limits.longestWait());
    return new Database(alias, url.toString(), Dialect.mariadb(), connections, Prepared::byDriver);
  }

  private static void requireMariaDriver() {
    boolean present =
        DriverManager.drivers().anyMatch(d -> d.getClass().getName().startsWith("org.mariadb."));
    if (!present) {
      throw new DbException(
          "The driver of MariaDB is not there. Add the dependency org.mariadb.jdbc:mariadb-java-client to the site.");
    }
  }

  private static HikariConfig config(String alias, Limits limits) {
    HikariConfig config = new HikariConfig();
    config.setPoolName("quintet-" + alias);
    config.setMaximumPoolSize(limits.size());
    config.setMinimumIdle(0);
    config.setInitializationFailTimeout(-1);
    config.setConnectionTimeout(CONNECT_TIMEOUT_MS);
    return config;
  }
}
