package io.quintet.conformance.orm;

import io.quintet.core.SiteContext;
import io.quintet.orm.DatabaseUnavailableException;
import io.quintet.orm.DatabaseUrl;
import io.quintet.orm.Db;
import io.quintet.orm.OrmApp;
import io.quintet.orm.OrmSettings;
import io.quintet.orm.meta.FieldType;
import io.quintet.orm.meta.ModelMeta;
import io.quintet.orm.meta.Models;
import io.quintet.orm.migrations.Schema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A database with the rows of the fixture. */
final class OrmDatabase {
  static final String SQLITE = "sqlite";
  static final String POSTGRESQL = "postgresql";

  private final String name;
  private final SiteContext site;

  private OrmDatabase(String name, SiteContext site) {
    this.name = name;
    this.site = site;
  }

  /**
   * Opens one with tables and rows.
   *
   * @throws DatabaseUnavailableException when the server is not there
   */
  static OrmDatabase open(String name, Map<String, @Nullable Object> fixture) {
    SiteContext site =
        SiteContext.builder("conformance")
            .apps(new OrmApp())
            .env(Map.of())
            .set(OrmSettings.DATABASE_URL, url(name))
            .build();
    OrmDatabase database = new OrmDatabase(name, site);
    site.run(() -> {
      Db.<Boolean>connection(connection -> {
        Schema.create(connection, models());
        return true;
      });
      Db.atomic(() -> Fixture.load(fixture));
      database.resetCounters();
    });
    return database;
  }

  static List<ModelMeta<?>> models() {
    return Models.ofApp("library");
  }

  private static DatabaseUrl url(String name) {
    try {
      return name.equals(SQLITE) ? file() : schema();
    } catch (IOException | SQLException e) {
      throw new DatabaseUnavailableException(name + " cannot be used: " + e.getMessage(), e);
    }
  }

  private static DatabaseUrl file() throws IOException {
    Path folder = Files.createTempDirectory("quintet-conformance");
    Path file = folder.resolve("library.sqlite3");
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(() -> {
              for (String end : List.of("", "-wal", "-shm")) {
                folder.resolve("library.sqlite3" + end).toFile().delete();
              }
              folder.toFile().delete();
            }));
    return new DatabaseUrl.Sqlite(file.toString());
  }

  private static DatabaseUrl schema() throws SQLException {
    String user = Objects.requireNonNullElse(System.getenv("PGUSER"), "root");
    String password = Objects.requireNonNullElse(System.getenv("PGPASSWORD"), "");
    String schema = "conformance_" + ProcessHandle.current().pid();
    administer(user, password, "CREATE SCHEMA " + schema);
    administer(user, password, "CREATE EXTENSION IF NOT EXISTS pgcrypto SCHEMA public");
    Runtime.getRuntime().addShutdownHook(new Thread(() -> drop(user, password, schema)));
    return new DatabaseUrl.Postgres(
        user, password, "127.0.0.1", 5432, "test", "currentSchema=" + schema + ",public");
  }

  private static void administer(String user, String password, String sql) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection("jdbc:postgresql://127.0.0.1:5432/test", user, password);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static void drop(String user, String password, String schema) {
    try {
      administer(user, password, "DROP SCHEMA IF EXISTS " + schema + " CASCADE");
    } catch (SQLException e) {
      System.err.println("The schema " + schema + " is left behind: " + e.getMessage());
    }
  }

  String name() {
    return name;
  }

  /** Runs work on it and undoes all of it. */
  void rolledBack(Runnable work) {
    site.run(() -> Db.rolledBack(work::run));
  }

  /** PostgreSQL does not roll its counters back; they go on after the highest key. */
  void resetCounters() {
    if (name.equals(SQLITE)) {
      return;
    }
    site.run(() ->
        Db.<Boolean>connection(connection -> {
          try (Statement statement = connection.createStatement()) {
            for (ModelMeta<?> model : models()) {
              if (model.primaryKey().type() instanceof FieldType.Identity) {
                statement.execute(
                    "SELECT setval(pg_get_serial_sequence('%1$s', 'id'), (SELECT MAX(id) FROM %1$s))"
                        .formatted(model.table()));
              }
            }
          }
          return true;
        }));
  }
}
