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
