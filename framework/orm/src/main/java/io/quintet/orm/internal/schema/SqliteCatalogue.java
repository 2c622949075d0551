package io.quintet.orm.internal.schema;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads SQLite's catalogue; checks are read out of the statement that made the table. */
final class SqliteCatalogue {
  private static final Pattern CHECK =
      Pattern.compile(
          "(?:CONSTRAINT\\s+(\"[^\"]+\"|\\w+)\\s+)?CHECK\\s*\\(", Pattern.CASE_INSENSITIVE);

  private final SqlRunner runner;

  private final String kind;
  private final @Nullable String only;

  /**
   * Of tables or views.
   *
   * @param only the name of the only one, or null for all
   */
  SqliteCatalogue(SqlRunner runner, String kind, @Nullable String only) {
    this.runner = runner;
    this.kind = kind;
    this.only = only;
  }

  Catalogue read() {
    TreeMap<String, Catalogue.Table> tables = new TreeMap<>();
    for (List<String> row :
        runner.ask(
            "SELECT name, sql FROM sqlite_master WHERE type = "
                + literal(kind)
                + " AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'"
                + (only == null ? "" : " AND name = " + literal(only)))) {
      tables.put(row.get(0), table(row.get(0), row.get(1)));
    }
    return new Catalogue(tables);
  }

  private Catalogue.Table table(String name, String sql) {
    boolean counted = sql.toUpperCase(Locale.ROOT).contains("AUTOINCREMENT");
    List<Catalogue.Column> columns = new ArrayList<>();
    TreeMap<Integer, String> key = new TreeMap<>();
    for (List<String> row :
        runner.ask(
            "SELECT name, type, \"notnull\", dflt_value, pk, hidden FROM "
                + pragma("table_xinfo", name))) {
      int part = Integer.parseInt(row.get(4));
      if (part > 0) {
        key.put(part, row.get(0));
      }
      columns.add(
          new Catalogue.Column(
              row.get(0),
              row.get(1).toLowerCase(Locale.ROOT),
              row.get(2).equals("0") && part == 0,
              text(row.get(3)),
              counted && part > 0,
              row.get(5).equals("0") ? null : generated(sql, row.get(0)),
              ""));
    }
    List<Catalogue.Unique> uniques = new ArrayList<>();
    List<Catalogue.Index> indexes = new ArrayList<>();
    indexes(name, uniques, indexes);
    return new Catalogue.Table(
        name,
        columns,
        List.copyOf(key.values()),
        uniques,
        indexes,
        keys(name),
        checks(sql),
        wideKeys(name),
        "");
  }

  /** The expression of a generated column, out of the statement that made the table. */
  private static String generated(String sql, String column) {
    Matcher found =
        Pattern.compile(
                "[\"`\\[]?\\b"
                    + Pattern.quote(column)
                    + "\\b[\"`\\]]?[^,]*?(?:GENERATED\\s+ALWAYS\\s+)?\\bAS\\s*\\(",
                Pattern.CASE_INSENSITIVE)
            .matcher(sql);
    return found.find() ? sql.substring(found.end(), Conditions.closing(sql, found.end())) : "";
  }

  private void indexes(
      String table, List<Catalogue.Unique> uniques, List<Catalogue.Index> indexes) {
    for (List<String> row :
        runner.ask("SELECT name, \"unique\", origin FROM " + pragma("index_list", table))) {
      List<String> columns =
          runner.ask("SELECT name FROM " + pragma("index_info", row.get(0))).stream()
              .map(column -> column.getFirst().equals("null") ? "" : column.getFirst())
              .toList();
      if (row.get(2).equals("u")) {
        uniques.add(new Catalogue.Unique("", columns));
      } else if (row.get(2).equals("c")) {
        String definition =
            runner
                .ask("SELECT sql FROM sqlite_master WHERE name = " + literal(row.get(0)))
                .getFirst()
                .getFirst();
        indexes.add(
            new Catalogue.Index(row.get(0), columns, row.get(1).equals("1"), definition, true));
      }
    }
  }

  private List<Catalogue.ForeignKey> keys(String table) {
    List<Catalogue.ForeignKey> keys = new ArrayList<>();
    for (List<List<String>> parts : keyParts(table)) {
      if (parts.size() == 1) {
        List<String> row = parts.getFirst();
        String target = row.get(3).equals("null") ? "" : row.get(3);
        keys.add(new Catalogue.ForeignKey("", row.get(1), row.get(2), target, true, row.get(4)));
      }
    }
    return keys;
  }

  private List<String> wideKeys(String table) {
    return keyParts(table).stream()
        .filter(parts -> parts.size() > 1)
        .map(parts ->
            "FOREIGN KEY (%s) REFERENCES %s"
                .formatted(
                    String.join(", ", parts.stream().map(row -> row.get(1)).toList()),
                    parts.getFirst().get(2)))
        .toList();
  }

  private Collection<List<List<String>>> keyParts(String table) {
    TreeMap<Integer, List<List<String>>> byKey = new TreeMap<>();
    for (List<String> row :
        runner.ask(
            "SELECT id, \"from\", \"table\", \"to\", on_delete FROM "
                + pragma("foreign_key_list", table)
                + " ORDER BY id, seq")) {
      byKey.computeIfAbsent(Integer.valueOf(row.getFirst()), _ -> new ArrayList<>()).add(row);
    }
    return byKey.values();
  }

  private static List<Catalogue.Check> checks(String sql) {
    List<Catalogue.Check> checks = new ArrayList<>();
    Matcher found = CHECK.matcher(sql);
    int from = 0;
    while (found.find(from)) {
      int end = Conditions.closing(sql, found.end());
      String name = found.group(1) == null ? "" : found.group(1).replace("\"", "");
      checks.add(new Catalogue.Check(name, sql.substring(found.end(), end), true));
      from = end;
    }
    return checks;
  }

  private static @Nullable String text(String read) {
    return read.equals("null") ? null : read;
  }

  private static String pragma(String name, String about) {
    return "pragma_" + name + "(" + literal(about) + ")";
  }

  private static String literal(String text) {
    return Literals.sql(Vendor.SQLITE, text);
  }
}
