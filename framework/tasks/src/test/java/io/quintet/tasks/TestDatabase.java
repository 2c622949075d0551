package io.quintet.tasks;

import io.quintet.orm.DatabaseUrl;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * An empty database for the tests of a class: a SQLite file, or a schema of its own on PostgreSQL.
 */
record TestDatabase(DatabaseUrl url, Runnable cleaner) implements AutoCloseable {
  private static final String POSTGRESQL = "postgresql://postgres@127.0.0.1:5432/test";
  private static final String ADMIN = "jdbc:postgresql://127.0.0.1:5432/test?user=postgres";

  static TestDatabase sqlite() {
    try {
      Path folder = Files.createTempDirectory("quintet-tasks");
      return new TestDatabase(
          new DatabaseUrl.Sqlite(folder.resolve("db.sqlite3").toString()), () -> delete(folder));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Skips the test when there is no server, unless it runs where there must be one. */
  static TestDatabase postgresql() {
    String schema = "tasks_" + UUID.randomUUID().toString().replace("-", "");
    try {
      command("CREATE SCHEMA " + schema);
    } catch (SQLException e) {
      boolean unreachable = "08001".equals(e.getSQLState());
      Assumptions.assumeFalse(
          unreachable && !"true".equals(System.getenv("CI")),
          "No PostgreSQL at " + POSTGRESQL + ": " + e.getMessage());
      throw new IllegalStateException(e);
    }
    return new TestDatabase(
        DatabaseUrl.parse(POSTGRESQL + "?currentSchema=" + schema), () -> drop(schema));
  }

  @Override
  public void close() {
    cleaner.run();
  }

  private static void delete(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
      for (Path file : deepestFirst) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void drop(String schema) {
    try {
      command("DROP SCHEMA " + schema + " CASCADE");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void command(String sql) throws SQLException {
    try (Connection admin = DriverManager.getConnection(ADMIN);
        var statement = admin.createStatement()) {
      statement.execute(sql);
    }
  }
}
