package io.quintet.orm.internal.db;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.quintet.orm.DatabaseUrl;
import io.quintet.orm.DbException;
import io.quintet.orm.internal.dialect.Dialect;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
    config.setDataSource(new SqliteSource(file));
    return database(alias, "sqlite:" + file, Dialect.sqlite(), config);
  }

  private static Database postgres(String alias, DatabaseUrl.Postgres url, int size) {
    HikariConfig config = config(alias, size);
    config.setJdbcUrl(url.jdbc());
    config.setDriverClassName("org.postgresql.Driver");
    config.setUsername(url.user());
    config.setPassword(url.password());
    return database(alias, url.toString(), Dialect.postgresql(), config);
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

  private static Database database(
      String alias, String address, Dialect dialect, HikariConfig config) {
    HikariDataSource pool = new HikariDataSource(config);
    return new Database(alias, address, dialect, new FailFastSource(pool), pool);
  }

  /** Asks the pool, and tells the reason at once when the pool only says that it waited. */
  private static final class FailFastSource extends DelegatingSource {
    FailFastSource(HikariDataSource pool) {
      super(pool);
    }

    @Override
    public java.sql.Connection getConnection() throws SQLException {
      try {
        return super.getConnection();
      } catch (SQLException e) {
        if (e.getCause() instanceof SQLException reason) {
          throw reason;
        }
        throw e;
      }
    }
  }
}
