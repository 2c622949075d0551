package io.quintet.e2e.django;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.CRC32;

/**
 * Writes the statements that make {@code tables.txt} in a product, in the shapes that Django makes:
 * where keys, indexes and uniqueness stand, and what they are called.
 */
final class DjangoTables {
  private final Product product;
  private final List<String> tables = new ArrayList<>();
  private final List<String> rules = new ArrayList<>();
  private final List<String> columns = new ArrayList<>();
  private String table = "";

  private DjangoTables(Product product) {
    this.product = product;
  }

  /** The statements, in order. */
  static List<String> of(Product product) {
    var writer = new DjangoTables(product);
    for (String line : resource("/django/tables.txt").lines().toList()) {
      writer.line(line);
    }
    writer.endTable();
    List<String> all = new ArrayList<>(writer.tables);
    all.addAll(writer.rules);
    return all;
  }

  static String resource(String name) {
    try (InputStream in =
        Objects.requireNonNull(DjangoTables.class.getResourceAsStream(name), name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private void line(String line) {
    if (line.startsWith("table ")) {
      endTable();
      table = line.substring(6);
    } else if (line.startsWith("  ")) {
      String[] words = line.strip().split(" ", 3);
      switch (words[0]) {
        case "uniq" -> unique(List.of(line.strip().substring(5).split(" ")));
        case "check" ->
            columns.add(
                "CONSTRAINT \"%s\" CHECK (\"%s\" %s)"
                    .formatted(words[1], words[2].split(" ", 2)[0], words[2].split(" ", 2)[1]));
        case "index" ->
            rules.add("CREATE INDEX \"%s\" ON \"%s\" (%s)".formatted(words[1], table, words[2]));
        default -> column(words[0], words[1], words.length > 2 ? words[2] : "");
      }
    }
  }

  private void endTable() {
    if (!table.isEmpty()) {
      tables.add("CREATE TABLE \"%s\" (%s)".formatted(table, String.join(", ", columns)));
      columns.clear();
    }
  }

  private void column(String name, String type, String options) {
    List<String> words = Arrays.asList(options.split(" "));
    String target = words.contains("->") ? words.get(words.indexOf("->") + 1) : "";
    StringBuilder sql = new StringBuilder("\"" + name + "\" " + type(type));
    if (words.contains("default")) {
      sql.append(" DEFAULT ").append(words.get(words.indexOf("default") + 1));
    }
    if (!type.endsWith("auto")) {
      sql.append(words.contains("null") ? " NULL" : " NOT NULL");
    }
    sql.append(words.contains("key") ? " PRIMARY KEY" : "");
    sql.append(words.contains("unique") ? " UNIQUE" : "");
    boolean positive = type.endsWith("positive");
    sql.append(positive ? " CHECK (\"" + name + "\" >= 0)" : "");
    if (type.equals("json") && product == Product.SQLITE) {
      sql.append(" CHECK ((JSON_VALID(\"%1$s\") OR \"%1$s\" IS NULL))".formatted(name));
    }
    if (!target.isEmpty()) {
      sql.append(refer(name, target));
    }
    columns.add(sql.toString());
    boolean once = words.contains("unique") || words.contains("key");
    index(name, type, once, !target.isEmpty() || words.contains("indexed"));
  }

  /** SQLite has the reference in the column, the others as a constraint with a name. */
  private String refer(String column, String target) {
    String key = target.equals("library_book") ? "item_ptr_id" : "id";
    String later = " DEFERRABLE INITIALLY DEFERRED";
    if (product == Product.SQLITE) {
      return " REFERENCES \"%s\" (\"%s\")%s".formatted(target, key, later);
    }
    rules.add(
        "ALTER TABLE \"%s\" ADD CONSTRAINT \"%s\" FOREIGN KEY (\"%s\") REFERENCES \"%s\" (\"%s\")%s"
            .formatted(
                table,
                named(table + "_" + column, "fk_" + target + "_" + key),
                column,
                target,
                key,
                product == Product.POSTGRESQL ? later : ""));
    return "";
  }

  private void index(String column, String type, boolean once, boolean wanted) {
    boolean made = product != Product.MARIADB || !column.endsWith("_id");
    if (wanted && !once && made) {
      rules.add(
          "CREATE INDEX \"%s\" ON \"%s\" (\"%s\")"
              .formatted(named(table + "_" + column, ""), table, column));
    }
    boolean text = type.startsWith("varchar");
    if (product == Product.POSTGRESQL && text && (once || wanted)) {
      rules.add(
          "CREATE INDEX \"%s\" ON \"%s\" (\"%s\" varchar_pattern_ops)"
              .formatted(named(table + "_" + column, "like"), table, column));
    }
  }

  private void unique(List<String> names) {
    String list = "\"" + String.join("\", \"", names) + "\"";
    String name = named(table + "_" + String.join("_", names), "uniq");
    rules.add(
        product == Product.SQLITE
            ? "CREATE UNIQUE INDEX \"%s\" ON \"%s\" (%s)".formatted(name, table, list)
            : "ALTER TABLE \"%s\" ADD CONSTRAINT \"%s\" UNIQUE (%s)".formatted(table, name, list));
  }

  /** A name with a hash, not longer than PostgreSQL allows. */
  private static String named(String what, String end) {
    var hash = new CRC32();
    hash.update((what + end).getBytes(StandardCharsets.UTF_8));
    String tail = "_%08x".formatted(hash.getValue()) + (end.isEmpty() ? "" : "_" + end);
    return what.substring(0, Math.min(what.length(), Math.max(8, 60 - tail.length())))
        + tail.substring(0, Math.min(tail.length(), 50));
  }

  private static final Map<String, List<String>> TYPES =
      Map.ofEntries(
          // On SQLite, PostgreSQL and MariaDB.
          types(
              "auto",
              "integer NOT NULL PRIMARY KEY AUTOINCREMENT",
              "integer NOT NULL PRIMARY KEY GENERATED BY DEFAULT AS IDENTITY",
              "integer AUTO_INCREMENT NOT NULL PRIMARY KEY"),
          types(
              "bigauto",
              "integer NOT NULL PRIMARY KEY AUTOINCREMENT",
              "bigint NOT NULL PRIMARY KEY GENERATED BY DEFAULT AS IDENTITY",
              "bigint AUTO_INCREMENT NOT NULL PRIMARY KEY"),
          types("datetime", "datetime", "timestamp with time zone", "datetime(6)"),
          types("time", "time", "time", "time(6)"),
          types("text", "text", "text", "longtext"),
          types("bool", "bool", "boolean", "bool"),
          types("positive", "integer unsigned", "integer", "integer UNSIGNED"),
          types("smallpositive", "smallint unsigned", "smallint", "smallint UNSIGNED"),
          types("double", "real", "double precision", "double precision"),
          types("decimal(8,2)", "decimal", "numeric(8, 2)", "numeric(8, 2)"),
          types("uuid", "char(32)", "uuid", "uuid"),
          types("json", "text", "jsonb", "json"),
          types("duration", "bigint", "interval", "bigint"),
          types("binary", "BLOB", "bytea", "longblob"),
          types("ip", "char(39)", "inet", "char(39)"));

  private static Map.Entry<String, List<String>> types(String word, String... spelled) {
    return Map.entry(word, List.of(spelled));
  }

  private String type(String word) {
    List<String> spelled = TYPES.get(word);
    return spelled == null ? word : spelled.get(product.ordinal());
  }
}
