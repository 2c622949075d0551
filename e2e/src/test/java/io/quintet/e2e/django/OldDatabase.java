package io.quintet.e2e.django;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Assumptions;

/** An empty database of a product: a file, a schema or a database, dropped when it is closed. */
final class OldDatabase implements AutoCloseable {
  private static final String POSTGRESQL = "jdbc:postgresql://127.0.0.1:5432/test?user=postgres";
  private static final String MARIADB =
      "jdbc:mariadb://127.0.0.1:3306/%s?user=root&sslMode=disable&sessionVariables=sql_mode='ANSI_QUOTES,STRICT_ALL_TABLES'";

  private final Product product;
  private final String name;
  private final Connection connection;

  private OldDatabase(Product product, String name, String url) throws SQLException {
    this.product = product;
    this.name = name;
    this.connection = DriverManager.getConnection(url);
  }

  /** Opens one; skips the test where the server is missing, and fails it when CI is set. */
  static OldDatabase open(Product product) throws SQLException, IOException {
    String name = "dj" + UUID.randomUUID().toString().replace("-", "");
    return switch (product) {
      case SQLITE -> {
        Path file = Files.createTempDirectory("django").resolve("db.sqlite3");
        yield new OldDatabase(product, file.toString(), "jdbc:sqlite:" + file);
      }
      case POSTGRESQL -> {
        prepare("PostgreSQL at 127.0.0.1:5432, database test", POSTGRESQL, "CREATE SCHEMA " + name);
        yield new OldDatabase(product, name, POSTGRESQL + "&currentSchema=" + name);
      }
      case MARIADB -> {
        prepare(
            "MariaDB at 127.0.0.1:3306, user root",
            MARIADB.formatted(""),
            "CREATE DATABASE " + name + " CHARACTER SET utf8mb4");
        yield new OldDatabase(product, name, MARIADB.formatted(name));
      }
    };
  }

  private static void prepare(String what, String url, String sql) throws SQLException {
    try (Connection admin = DriverManager.getConnection(url);
        var statement = admin.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      if (!"true".equals(System.getenv("CI"))) {
        Assumptions.abort("No " + what + ": " + e.getMessage());
      }
      throw e;
    }
  }

  Product product() {
    return product;
  }

  /** The file, the schema or the database. */
  String name() {
    return name;
  }

  /** The address as the settings of a site have it. */
  String address() {
    return switch (product) {
      case SQLITE -> "sqlite:" + name;
      case POSTGRESQL -> "postgresql://postgres@127.0.0.1:5432/test?currentSchema=" + name;
      case MARIADB -> "mariadb://root@127.0.0.1:3306/" + name + "?sslMode=disable";
    };
  }

  void run(String sql) {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e.getMessage() + " in " + sql, e);
    }
  }

  /** Each row as a line. */
  List<String> rows(String sql) {
    try (var statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      List<String> lines = new ArrayList<>();
      int columns = rows.getMetaData().getColumnCount();
      while (rows.next()) {
        List<String> values = new ArrayList<>();
        for (int i = 1; i <= columns; i++) {
          values.add(String.valueOf(rows.getString(i)));
        }
        lines.add(String.join("|", values));
      }
      return lines;
    } catch (SQLException e) {
      throw new IllegalStateException(e.getMessage() + " in " + sql, e);
    }
  }

  /** Every row of every table that is not ours, and what the tables are: by table. */
  Map<String, List<String>> dump() {
    Map<String, List<String>> all = new TreeMap<>();
    for (String table : tables()) {
      if (!table.startsWith("quintet_") && !table.startsWith("tasks_")) {
        List<String> lines = new ArrayList<>(structure(table));
        lines.addAll(rows("SELECT * FROM \"" + table + "\" ORDER BY 1"));
        all.put(table, lines);
      }
    }
    return all;
  }

  List<String> tables() {
    return rows(
        switch (product) {
          case SQLITE ->
              "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'";
          case POSTGRESQL ->
              "SELECT tablename FROM pg_tables WHERE schemaname = '%s'".formatted(name);
          case MARIADB -> "SHOW TABLES";
        });
  }

  /** Name, type and nullability of each column, sorted. */
  List<String> columns(String table) {
    return rows(
        switch (product) {
          case SQLITE ->
              "SELECT name, lower(type), \"notnull\", pk FROM pragma_table_info('%s') ORDER BY 1"
                  .formatted(table);
          case POSTGRESQL ->
              "SELECT column_name, data_type, character_maximum_length, is_nullable, numeric_precision, is_identity FROM information_schema.columns WHERE table_schema = '%s' AND table_name = '%s' ORDER BY 1"
                  .formatted(name, table);
          case MARIADB ->
              "SELECT column_name, column_type, is_nullable, extra FROM information_schema.columns WHERE table_schema = '%s' AND table_name = '%s' ORDER BY 1"
                  .formatted(name, table);
        });
  }

  private List<String> structure(String table) {
    return switch (product) {
      case SQLITE ->
          rows(
              "SELECT sql FROM sqlite_master WHERE tbl_name = '%s' ORDER BY name".formatted(table));
      case MARIADB -> rows("SHOW CREATE TABLE " + table);
      case POSTGRESQL -> {
        List<String> lines =
            rows(
                "SELECT column_name, data_type, is_nullable, column_default, identity_generation, character_maximum_length"
                    + " FROM information_schema.columns WHERE table_schema = '%s' AND table_name = '%s' ORDER BY ordinal_position"
                        .formatted(name, table));
        lines.addAll(constraints(table));
        lines.addAll(
            rows(
                "SELECT indexdef FROM pg_indexes WHERE schemaname = '%s' AND tablename = '%s' ORDER BY 1"
                    .formatted(name, table)));
        yield lines;
      }
    };
  }

  /** The constraints of a table of PostgreSQL with their names. */
  List<String> constraints(String table) {
    return rows(
        "SELECT conname, pg_get_constraintdef(oid) FROM pg_constraint WHERE conrelid = '%s.%s'::regclass ORDER BY 1"
            .formatted(name, table.toLowerCase(Locale.ROOT)));
  }

  @Override
  public void close() throws SQLException, IOException {
    connection.close();
    switch (product) {
      case SQLITE -> {
        Files.deleteIfExists(Path.of(name));
        Files.deleteIfExists(Path.of(name).getParent());
      }
      case POSTGRESQL -> prepare("PostgreSQL", POSTGRESQL, "DROP SCHEMA " + name + " CASCADE");
      case MARIADB -> prepare("MariaDB", MARIADB.formatted(""), "DROP DATABASE " + name);
    }
  }
}
