package io.quintet.orm.internal.schema;

import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads PostgreSQL's catalogue, of the current schema. */
final class PostgresCatalogue {
  private final SqlRunner runner;

  private final String kinds;
  private final @Nullable String only;

  /**
   * Of some kinds of relations.
   *
   * @param kinds as {@code pg_class.relkind} has them, in quotes
   * @param only the name of the only one, or null for all
   */
  PostgresCatalogue(SqlRunner runner, String kinds, @Nullable String only) {
    this.runner = runner;
    this.kinds = kinds;
    this.only = only;
  }

  /** The condition for what is looked at, where the table has that alias. */
  private String here(String alias) {
    return "n.nspname = current_schema()"
        + (only == null
            ? ""
            : " AND " + alias + ".relname = " + Literals.sql(Vendor.POSTGRESQL, only));
  }

  Catalogue read() {
    TreeMap<String, Catalogue.Table> tables = new TreeMap<>();
    for (List<String> row :
        runner.ask(
            "SELECT c.relname, coalesce(obj_description(c.oid), '') FROM pg_class c"
                + " JOIN pg_namespace n ON n.oid = c.relnamespace WHERE c.relkind IN ("
                + kinds
                + ") AND NOT c.relispartition AND "
                + here("c"))) {
      tables.put(row.get(0), Catalogue.Table.empty(row.get(0), row.get(1)));
    }
    columns(tables);
    constraints(tables);
    indexes(tables);
    return new Catalogue(tables);
  }

  private void columns(TreeMap<String, Catalogue.Table> tables) {
    for (List<String> row :
        runner.ask(
            "SELECT c.relname, a.attname, format_type(a.atttypid, a.atttypmod), NOT a.attnotnull,"
                + " pg_get_expr(d.adbin, d.adrelid), a.attidentity <> '' OR"
                + " coalesce(pg_get_expr(d.adbin, d.adrelid), '') LIKE 'nextval(%',"
                + " a.attgenerated <> '', coalesce(col_description(c.oid, a.attnum), '')"
                + " FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid"
                + " JOIN pg_namespace n ON n.oid = c.relnamespace"
                + " LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum"
                + " WHERE c.relkind IN ("
                + kinds
                + ") AND a.attnum > 0 AND NOT a.attisdropped AND "
                + here("c")
                + " ORDER BY a.attnum")) {
      boolean counted = row.get(5).equals("t");
      boolean generated = row.get(6).equals("t");
      Catalogue.Table table = tables.get(row.get(0));
      if (table != null) {
        table
            .columns()
            .add(
                new Catalogue.Column(
                    row.get(1),
                    row.get(2),
                    row.get(3).equals("t"),
                    counted || generated ? null : text(row.get(4)),
                    counted,
                    generated ? row.get(4) : null,
                    row.get(7)));
      }
    }
  }

  private static @Nullable String text(String read) {
    return read.equals("null") ? null : read;
  }

  private void constraints(TreeMap<String, Catalogue.Table> tables) {
    for (List<String> row :
        runner.ask(
            "SELECT c.relname, k.conname, k.contype, k.condeferred, k.convalidated,"
                + " pg_get_constraintdef(k.oid), f.relname,"
                + " (SELECT string_agg(a.attname, ',' ORDER BY p.i) FROM unnest(k.conkey)"
                + " WITH ORDINALITY p(n, i) JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = p.n),"
                + " (SELECT string_agg(a.attname, ',' ORDER BY p.i) FROM unnest(k.confkey)"
                + " WITH ORDINALITY p(n, i) JOIN pg_attribute a ON a.attrelid = f.oid AND a.attnum = p.n),"
                + " k.confdeltype FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid"
                + " JOIN pg_namespace n ON n.oid = c.relnamespace"
                + " LEFT JOIN pg_class f ON f.oid = k.confrelid"
                + " WHERE k.contype IN ('p', 'u', 'f', 'c', 'x') AND "
                + here("c")
                + " ORDER BY k.conname")) {
      Catalogue.Table table = tables.get(row.get(0));
      if (table != null) {
        constraint(table, row);
      }
    }
  }

  private static void constraint(Catalogue.Table table, List<String> row) {
    String name = row.get(1);
    List<String> columns = List.of(row.get(7).split(","));
    switch (row.get(2)) {
      case "p" -> table.primaryKey().addAll(columns);
      case "u" -> table.uniques().add(new Catalogue.Unique(name, columns));
      case "f" -> {
        if (columns.size() == 1) {
          table
              .foreignKeys()
              .add(
                  new Catalogue.ForeignKey(
                      name,
                      columns.getFirst(),
                      row.get(6),
                      row.get(8),
                      row.get(3).equals("t"),
                      rule(row.get(9))));
        } else {
          table.others().add(row.get(5));
        }
      }
      case "x" -> table.others().add(name + " " + row.get(5));
      default ->
          table
              .checks()
              .add(
                  new Catalogue.Check(
                      name, row.get(5).replaceFirst(" NOT VALID$", ""), row.get(4).equals("t")));
    }
  }

  private static String rule(String letter) {
    return switch (letter) {
      case "c" -> "CASCADE";
      case "n" -> "SET NULL";
      case "d" -> "SET DEFAULT";
      case "r" -> "RESTRICT";
      default -> "NO ACTION";
    };
  }

  private void indexes(TreeMap<String, Catalogue.Table> tables) {
    for (List<String> row :
        runner.ask(
            "SELECT t.relname, c.relname, i.indisunique, pg_get_indexdef(i.indexrelid), i.indisvalid,"
                + " (SELECT string_agg(coalesce(a.attname, ''), ',' ORDER BY p.i) FROM"
                + " unnest(i.indkey::int[]) WITH ORDINALITY p(n, i)"
                + " LEFT JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = p.n)"
                + " FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid"
                + " JOIN pg_class t ON t.oid = i.indrelid"
                + " JOIN pg_namespace n ON n.oid = t.relnamespace"
                + " WHERE NOT EXISTS (SELECT 1 FROM pg_constraint k WHERE k.conindid = c.oid"
                + " AND k.contype IN ('p', 'u', 'x')) AND "
                + here("t")
                + " ORDER BY c.relname")) {
      Catalogue.Table table = tables.get(row.get(0));
      if (table != null) {
        table
            .indexes()
            .add(
                new Catalogue.Index(
                    row.get(1),
                    List.of(row.get(5).split(",", -1)),
                    row.get(2).equals("t"),
                    row.get(3).replaceFirst(" ON [^ .]+\\.", " ON "),
                    row.get(4).equals("t")));
      }
    }
  }
}
