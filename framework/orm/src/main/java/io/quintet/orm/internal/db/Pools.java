package io.quintet.orm.internal.db;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.quintet.orm.DatabaseUrl;
import io.quintet.orm.DbException;
import io.quintet.orm.internal.dialect.Dialect;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;

/** Opens the pool of a database. */
public final class Pools {
  private static final long CONNECT_TIMEOUT_MS = Duration.ofSeconds(10).toMillis();

  private Pools() {}

  /** Opens it; connections are made when they are needed. */
  public static Database open(String alias, DatabaseUrl url, Path baseDir, int size) {
    return switch (url) {
      case DatabaseUrl.Sqlite sqlite ->
          sqlite(alias, baseDir.resolve(sqlite.file()).normalize(), size);
      case DatabaseUrl.Postgres postgres -> postgres(alias, postgres, size);
    };
  }

  private static Database sqlite(String alias, Path file, int size) {
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
    HikariConfig config = config(alias, size);
    SqliteSource source = new SqliteSource(file);
    config.setDataSource(source);
    return database(alias, "sqlite:" + file, Dialect.sqlite(), config, source::getConnection);
  }

  private static Database postgres(String alias, DatabaseUrl.Postgres url, int size) {
    HikariConfig config = config(alias, size);
    config.setJdbcUrl(url.jdbc());
    config.setDriverClassName("org.postgresql.Driver");
    config.setUsername(url.user());
    config.setPassword(url.password());
    Probe probe = () -> DriverManager.getConnection(url.jdbc(), url.user(), url.password());
    return database(alias, url.toString(), Dialect.postgresql(), config, probe);
  }

  private static HikariConfig config(String alias, int size) {
    HikariConfig config = new HikariConfig();
    config.setPoolName("quintet-" + alias);
    config.setMaximumPoolSize(size);
    config.setMinimumIdle(0);
    config.setInitializationFailTimeout(-1);
    config.setConnectionTimeout(CONNECT_TIMEOUT_MS);
    return config;
  }

  @FunctionalInterface
  private interface Probe {
    Connection connect() throws SQLException;
  }

  private static Database database(
      String alias, String address, Dialect dialect, HikariConfig config, Probe probe) {
    HikariDataSource pool = new HikariDataSource(config);
    return new Database(alias, address, dialect, new FailFastSource(pool, probe), pool);
  }

  /**
   * Asks the pool; when it has no connection yet, makes one first, so that a wrong address is told
   * at once.
   */
  private static final class FailFastSource extends DelegatingSource {
    private final HikariDataSource pool;
    private final Probe probe;

    FailFastSource(HikariDataSource pool, Probe probe) {
      super(pool);
      this.pool = pool;
      this.probe = probe;
    }

    @Override
    public Connection getConnection() throws SQLException {
      if (pool.getHikariPoolMXBean() == null
          || pool.getHikariPoolMXBean().getTotalConnections() == 0) {
        probe.connect().close();
      }
      return super.getConnection();
    }
  }
}
