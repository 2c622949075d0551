package io.quintet.orm.internal.schema;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Assumptions;

/**
 * An empty database for one test: a SQLite file, or a PostgreSQL schema that is dropped afterwards.
 */
public final class TestDatabase implements AutoCloseable {
  private static final String POSTGRESQL = "jdbc:postgresql://127.0.0.1:5432/test?user=postgres";

  private final Vendor vendor;
  private final String url;
  private final Runnable cleaner;
  private final Connection connection;

  private TestDatabase(Vendor vendor, String url, Runnable cleaner) throws SQLException {
    this.vendor = vendor;
    this.url = url;
    this.cleaner = cleaner;
    this.connection = DriverManager.getConnection(url);
  }

  public static TestDatabase open(Vendor vendor) {
    try {
      return switch (vendor) {
        case SQLITE -> sqlite();
        case POSTGRESQL -> postgresql();
        case MARIADB -> mariadb();
      };
    } catch (SQLException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static TestDatabase sqlite() throws SQLException, IOException {
    Path file = Files.createTempFile("migrations", ".sqlite3");
    return new TestDatabase(
        Vendor.SQLITE,
        "jdbc:sqlite:" + file + "?foreign_keys=on&synchronous=off",
        () -> delete(file));
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static TestDatabase mariadb() throws SQLException {
    String name = "m" + UUID.randomUUID().toString().replace("-", "");
    String url = "jdbc:mariadb://127.0.0.1:3306/%s?user=root&sslMode=disable&sessionVariables=%s";
    String server = url.formatted("", "");
    try {
      maria(server, "CREATE DATABASE " + name);
    } catch (SQLException e) {
      if (!"true".equals(System.getenv("CI"))) {
        Assumptions.abort("No MariaDB at 127.0.0.1:3306, user root: " + e.getMessage());
      }
      throw e;
    }
    String modes =
        "sql_mode='ANSI_QUOTES,PIPES_AS_CONCAT,NO_BACKSLASH_ESCAPES,STRICT_ALL_TABLES',max_recursive_iterations=4294967295";
    return new TestDatabase(
        Vendor.MARIADB,
        url.formatted(name, modes),
        () -> {
          try {
            maria(server, "DROP DATABASE " + name);
          } catch (SQLException e) {
            throw new IllegalStateException(e);
          }
        });
  }

  private static void maria(String url, String sql) throws SQLException {
    try (Connection admin = DriverManager.getConnection(url);
        var statement = admin.createStatement()) {
      statement.execute(sql);
    }
  }

  private static TestDatabase postgresql() throws SQLException {
    String schema = "m" + UUID.randomUUID().toString().replace("-", "");
    try {
      command("CREATE SCHEMA " + schema);
    } catch (SQLException e) {
      boolean refused = "08001".equals(e.getSQLState());
      if (refused && !"true".equals(System.getenv("CI"))) {
        Assumptions.abort(
            "No PostgreSQL at 127.0.0.1:5432, database test, user postgres: " + e.getMessage());
      }
      throw e;
    }
    return new TestDatabase(
        Vendor.POSTGRESQL, POSTGRESQL + "&currentSchema=" + schema, () -> drop(schema));
  }

  private static void drop(String schema) {
    try {
      command("DROP SCHEMA " + schema + " CASCADE");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void command(String sql) throws SQLException {
    try (Connection admin = DriverManager.getConnection(POSTGRESQL);
        var statement = admin.createStatement()) {
      statement.execute(sql);
    }
  }

  public Vendor vendor() {
    return vendor;
  }

  public String url() {
    return url;
  }

  /** The address as a site's settings have it. */
  public String siteUrl() {
    return switch (vendor) {
      case SQLITE -> url.substring("jdbc:".length(), url.indexOf('?'));
      case POSTGRESQL ->
          "postgresql://postgres@127.0.0.1:5432/test?"
              + url.substring(url.indexOf("currentSchema"));
      case MARIADB ->
          url.substring("jdbc:".length(), url.indexOf('?')).replace("//", "//root@")
              + "?sslMode=disable";
    };
  }

  public Connection connection() {
    return connection;
  }

  public Connection another() {
    try {
      return DriverManager.getConnection(url);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  public void run(String sql) {
    new SqlRunner.Live(connection).run(sql);
  }

  public List<List<String>> rows(String sql) {
    return new SqlRunner.Live(connection).ask(sql);
  }

  /** The first column of each row. */
  public List<String> column(String sql) {
    return rows(sql).stream().map(List::getFirst).toList();
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    cleaner.run();
  }
}
