package io.quintet.orm;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.quintet.core.CoreSettings;
import io.quintet.core.SiteContext;
import io.quintet.orm.blog.Author;
import io.quintet.orm.blog.Category;
import io.quintet.orm.blog.Everything;
import io.quintet.orm.blog.Membership;
import io.quintet.orm.blog.Post;
import io.quintet.orm.blog.Profile;
import io.quintet.orm.blog.Promotion;
import io.quintet.orm.blog.Tag;
import io.quintet.orm.blog.Team;
import io.quintet.orm.blog.Token;
import io.quintet.orm.fields.Fields;
import io.quintet.orm.kinds.Kinds;
import io.quintet.orm.migrations.Schema;
import io.quintet.orm.places.Places;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;

/** The databases that every test runs on; each is opened once, with a file or schema of its own. */
enum Backend {
  SQLITE {
    @Override
    DatabaseUrl url() throws IOException {
      Path folder = Files.createTempDirectory("quintet-orm");
      return new DatabaseUrl.Sqlite(folder.resolve("test.sqlite3").toString());
    }
  },
  POSTGRESQL {
    @Override
    DatabaseUrl url() throws SQLException {
      String user = Objects.requireNonNullElse(System.getenv("PGUSER"), "root");
      String password = Objects.requireNonNullElse(System.getenv("PGPASSWORD"), "");
      String schema = "orm_" + ProcessHandle.current().pid();
      try (Connection connection =
              DriverManager.getConnection("jdbc:postgresql://127.0.0.1:5432/test", user, password);
          Statement statement = connection.createStatement()) {
        statement.execute("DROP SCHEMA IF EXISTS " + schema + " CASCADE");
        statement.execute("CREATE SCHEMA " + schema);
      }
      Runtime.getRuntime().addShutdownHook(new Thread(() -> drop(schema, user, password)));
      return new DatabaseUrl.Postgres(
          user, password, "127.0.0.1", 5432, "test", "currentSchema=" + schema);
    }
  },
  MARIADB {
    @Override
    DatabaseUrl url() throws SQLException {
      String user = Objects.requireNonNullElse(System.getenv("MARIADB_USER"), "root");
      String password = Objects.requireNonNullElse(System.getenv("MARIADB_PASSWORD"), "");
      String name = "orm_" + ProcessHandle.current().pid();
      maria("CREATE OR REPLACE DATABASE " + name, user, password);
      Runtime.getRuntime()
          .addShutdownHook(
              new Thread(() -> {
                try {
                  maria("DROP DATABASE " + name, user, password);
                } catch (SQLException e) {
                  System.err.println("The database " + name + " is left behind: " + e);
                }
              }));
      return new DatabaseUrl.MariaDb(user, password, "127.0.0.1", 3306, name, "sslMode=disable");
    }
  };

  private static void maria(String sql, String user, String password) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection(
                "jdbc:mariadb://127.0.0.1:3306/?sslMode=disable", user, password);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private SiteContext site;
  private String absent = "";

  /** Skips the rest of a test when MariaDB's tables of time zones are empty; fails on CI. */
  void assumeZones() {
    if (this != MARIADB) {
      return;
    }
    String at = "SELECT CONVERT_TZ('2020-01-01', '+00:00', 'Asia/Tokyo') IS NOT NULL AS known";
    var found = new AtomicBoolean();
    site().run(() -> found.set(String.valueOf(Db.query(at).getFirst().get("known")).equals("1")));
    boolean known = found.get();
    if (!known && "true".equals(System.getenv("CI"))) {
      throw new AssertionError("The tables of time zones of MariaDB are empty.");
    }
    assumeTrue(
        known,
        "The tables of time zones of MariaDB are empty: mariadb-tzinfo-to-sql /usr/share/zoneinfo | mariadb mysql");
  }

  abstract DatabaseUrl url() throws IOException, SQLException;

  private static void drop(String schema, String user, String password) {
    try (Connection connection =
            DriverManager.getConnection("jdbc:postgresql://127.0.0.1:5432/test", user, password);
        Statement statement = connection.createStatement()) {
      statement.execute("DROP SCHEMA IF EXISTS " + schema + " CASCADE");
    } catch (SQLException e) {
      System.err.println("The schema " + schema + " is left behind: " + e.getMessage());
    }
  }

  /**
   * The site on this database; the test is skipped when the database is not there, or fails on CI.
   */
  synchronized SiteContext site() {
    if (site == null && absent.isEmpty()) {
      try {
        site = open(url());
      } catch (IOException | SQLException | DatabaseUnavailableException e) {
        absent = name() + " is not there: " + e.getMessage();
      }
    }
    if (!absent.isEmpty() && "true".equals(System.getenv("CI"))) {
      throw new AssertionError(absent);
    }
    assumeTrue(absent.isEmpty(), absent);
    return site;
  }

  private static SiteContext open(DatabaseUrl url) {
    SiteContext made =
        SiteContext.builder("test")
            .apps(new OrmApp(), new Wordplay.WordplayApp())
            .env(Map.of())
            .set(OrmSettings.DATABASE_URL, url)
            .set(CoreSettings.SECRET_KEY, "a secret key for the tests of models")
            .build();
    made.run(() ->
        Db.connection(connection -> {
          Schema.create(
              connection,
              Author.class,
              Category.class,
              Tag.class,
              Post.class,
              Token.class,
              Team.class,
              Membership.class,
              Profile.class,
              Promotion.class,
              Everything.class);
          Schema.create(connection, Kinds.MODELS);
          Schema.create(connection, Fields.MODELS);
          Schema.create(connection, Places.MODELS);
          return true;
        }));
    return made;
  }
}
