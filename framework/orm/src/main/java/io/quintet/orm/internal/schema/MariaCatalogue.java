package io.quintet.orm.internal.schema;

import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads MariaDB's information schema, of the current database. */
final class MariaCatalogue {
  private final SqlRunner runner;

  private final String kind;
  private final String only;

  /**
   * Of {@code BASE TABLE} or {@code VIEW}.
   *
   * @param only the name of the only one, or null for all
   */
  MariaCatalogue(SqlRunner runner, String kind, @Nullable String only) {
    this.runner = runner;
    this.kind = kind;
    this.only = only == null ? "" : " AND %stable_name = " + Literals.sql(Vendor.MARIADB, only);
  }

  /** A further condition where only one table is looked at. */
  private String only(String alias) {
    return only.replace("%s", alias);
  }

  Catalogue read() {
    TreeMap<String, Catalogue.Table> tables = new TreeMap<>();
    for (List<String> row :
        runner.ask(
            "SELECT table_name, table_comment FROM information_schema.tables"
                + " WHERE table_schema = DATABASE() AND table_type = '"
                + kind
                + "'"
                + only(""))) {
      tables.put(
          row.get(0), Catalogue.Table.empty(row.get(0), kind.equals("VIEW") ? "" : row.get(1)));
    }
    columns(tables);
    indexes(tables);
    foreignKeys(tables);
    checks(tables);
    return new Catalogue(tables);
  }

  private void columns(TreeMap<String, Catalogue.Table> tables) {
    for (List<String> row :
        runner.ask(
            "SELECT table_name, column_name, column_type, is_nullable, column_default, extra,"
                + " generation_expression, column_comment"
                + " FROM information_schema.columns WHERE table_schema = DATABASE()"
                + only("")
                + " ORDER BY table_name, ordinal_position")) {
      Catalogue.Table table = tables.get(row.get(0));
      if (table != null) {
        boolean nullable = row.get(3).equals("YES");
        table
            .columns()
            .add(
                new Catalogue.Column(
                    row.get(1),
                    row.get(2),
                    nullable,
                    defaultOf(row.get(4)),
                    row.get(5).contains("auto_increment"),
                    defaultOf(row.get(6)),
                    row.get(7)));
      }
    }
  }

  /** A column that may be null has the default NULL, which is none. */
  private static @Nullable String defaultOf(String read) {
    return read.equals("null") || read.equals("NULL") ? null : read;
  }

  /** Unique constraints are unique indexes; they are told as constraints. */
  private void indexes(TreeMap<String, Catalogue.Table> tables) {
    for (List<String> row :
        runner.ask(
            "SELECT s.table_name, s.index_name, s.non_unique,"
                + " GROUP_CONCAT(s.column_name ORDER BY s.seq_in_index SEPARATOR ','),"
                + " GROUP_CONCAT(CONCAT(s.column_name, IF(s.sub_part IS NULL, '', CONCAT('(', s.sub_part, ')')), IF(s.collation = 'D', ' DESC', ''))"
                + " ORDER BY s.seq_in_index SEPARATOR ', ')"
                + " FROM information_schema.statistics s WHERE s.table_schema = DATABASE()"
                + only("s.")
                + " GROUP BY s.table_name, s.index_name, s.non_unique")) {
      Catalogue.Table table = tables.get(row.get(0));
      if (table != null) {
        index(table, row);
      }
    }
  }

  private static void index(Catalogue.Table table, List<String> row) {
    String name = row.get(1);
    List<String> columns = List.of(row.get(3).split(","));
    if (name.equals("PRIMARY")) {
      table.primaryKey().addAll(columns);
    } else if (row.get(2).equals("0")) {
      table.uniques().add(new Catalogue.Unique(name, columns));
    } else {
      String definition =
          "CREATE INDEX \"%s\" ON \"%s\" (%s)".formatted(name, table.name(), row.get(4));
      table.indexes().add(new Catalogue.Index(name, columns, false, definition, true));
    }
  }

  private void foreignKeys(TreeMap<String, Catalogue.Table> tables) {
    for (List<String> row :
        runner.ask(
            "SELECT k.table_name, k.constraint_name, GROUP_CONCAT(k.column_name"
                + " ORDER BY k.ordinal_position SEPARATOR ', '), MIN(k.referenced_table_name),"
                + " MIN(k.referenced_column_name), MIN(r.delete_rule), COUNT(*)"
                + " FROM information_schema.key_column_usage k"
                + " LEFT JOIN information_schema.referential_constraints r"
                + " ON r.constraint_schema = k.constraint_schema AND r.table_name = k.table_name"
                + " AND r.constraint_name = k.constraint_name"
                + " WHERE k.table_schema = DATABASE() AND k.referenced_table_name IS NOT NULL"
                + only("k.")
                + " GROUP BY k.table_name, k.constraint_name")) {
      Catalogue.Table table = tables.get(row.get(0));
      if (table != null && row.get(6).equals("1")) {
        table
            .foreignKeys()
            .add(
                new Catalogue.ForeignKey(
                    row.get(1), row.get(2), row.get(3), row.get(4), false, row.get(5)));
      } else if (table != null) {
        table.others().add("FOREIGN KEY (%s) REFERENCES %s".formatted(row.get(2), row.get(3)));
      }
    }
  }

  private void checks(TreeMap<String, Catalogue.Table> tables) {
    for (List<String> row :
        runner.ask(
            "SELECT table_name, constraint_name, check_clause"
                + " FROM information_schema.check_constraints"
                + " WHERE constraint_schema = DATABASE() AND level = 'Table'"
                + only(""))) {
      Catalogue.Table table = tables.get(row.get(0));
      if (table != null) {
        table.checks().add(new Catalogue.Check(row.get(1), row.get(2), true));
      }
    }
  }
}
