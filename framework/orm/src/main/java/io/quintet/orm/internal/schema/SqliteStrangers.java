package io.quintet.orm.internal.schema;

import static io.quintet.orm.internal.schema.Literals.quote;

import io.quintet.orm.migrations.ColumnState;
import io.quintet.orm.migrations.ConstraintState;
import io.quintet.orm.migrations.ModelState;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a SQLite table has that no migration knows, because another program made it: a table that is
 * built anew keeps it.
 *
 * @param columns definitions of columns, by name
 * @param copied the columns whose values are copied: those that the database does not compute
 * @param rules checks and foreign keys of several columns
 * @param statements those that make its triggers and indexes, which would go with the old table
 */
record SqliteStrangers(
    Map<String, String> columns, List<String> copied, List<String> rules, List<String> statements) {
  private static final SqliteStrangers NONE =
      new SqliteStrangers(Map.of(), List.of(), List.of(), List.of());

  /** Of the table of a model as it is before the change; none while nothing is asked for. */
  static SqliteStrangers of(SqlRunner runner, ModelState model) {
    Optional<Catalogue.Table> found = Catalogue.readTable(Vendor.SQLITE, runner, model.table());
    return found.map(table -> of(table, model, runner)).orElse(NONE);
  }

  private static SqliteStrangers of(Catalogue.Table table, ModelState model, SqlRunner runner) {
    Map<String, String> columns = new LinkedHashMap<>();
    List<String> copied = new ArrayList<>();
    for (Catalogue.Column column : table.columns()) {
      if (model.tableColumns().stream().noneMatch(c -> c.column().equalsIgnoreCase(column.name()))
          && !table.primaryKey().contains(column.name())) {
        columns.put(column.name(), definition(table, column));
        if (column.generated() == null) {
          copied.add(column.name());
        }
      }
    }
    List<String> rules = new ArrayList<>(table.others());
    for (Catalogue.Check check : table.checks()) {
      if (!isKnown(check, model)) {
        rules.add(
            (check.name().isEmpty() ? "" : "CONSTRAINT " + quote(check.name()) + " ")
                + "CHECK ("
                + check.condition()
                + ")");
      }
    }
    return new SqliteStrangers(columns, copied, rules, statements(table, model, runner));
  }

  private static List<String> statements(
      Catalogue.Table table, ModelState model, SqlRunner runner) {
    List<String> known = new ArrayList<>();
    model
        .tableColumns()
        .forEach(column -> known.add(Names.columnIndex(model.table(), column.column())));
    model.indexes().forEach(index -> known.add(index.name()));
    model.constraints().forEach(constraint -> known.add(constraint.name()));
    table.indexes().stream()
        .filter(index -> isRepeated(index, model))
        .forEach(index -> known.add(index.name()));
    return runner
        .ask(
            "SELECT name, sql FROM sqlite_master WHERE type IN ('trigger', 'index') AND sql IS NOT NULL AND tbl_name = "
                + Literals.sql(Vendor.SQLITE, model.table()))
        .stream()
        .filter(row -> !known.contains(row.get(0)))
        .map(row -> row.get(1))
        .toList();
  }

  /** Whether an index covers what the model says of a column, under another program's name. */
  private static boolean isRepeated(Catalogue.Index index, ModelState model) {
    return model.tableColumns().stream()
        .filter(column -> column.isIndexed() || column.isUnique())
        .anyMatch(column -> ActualNames.covers(index, List.of(column.column())));
  }

  private static String definition(Catalogue.Table table, Catalogue.Column column) {
    StringBuilder sql = new StringBuilder(quote(column.name())).append(' ').append(column.type());
    if (column.generated() != null) {
      return sql.append(" GENERATED ALWAYS AS (").append(column.generated()).append(")").toString();
    }
    if (column.defaultSql() != null) {
      sql.append(" DEFAULT (").append(column.defaultSql()).append(")");
    }
    sql.append(column.nullable() ? "" : " NOT NULL");
    for (Catalogue.ForeignKey key : table.foreignKeys()) {
      if (key.column().equals(column.name())) {
        sql.append(" REFERENCES ").append(quote(key.targetTable()));
        sql.append(key.targetColumn().isEmpty() ? "" : " (" + quote(key.targetColumn()) + ")");
        sql.append(" ON DELETE ").append(key.onDelete());
      }
    }
    return sql.toString();
  }

  /** Checks that migrations make have names, but for those of JSON. */
  private static boolean isKnown(Catalogue.Check check, ModelState model) {
    String bare = Conditions.bare(check.condition());
    boolean said =
        Together.constraints(model).stream()
            .anyMatch(constraint ->
                constraint.name().equals(check.name())
                    || (check.name().isEmpty()
                        && constraint instanceof ConstraintState.Check own
                        && Conditions.bare(own.condition()).equals(bare)));
    boolean json =
        check.name().isEmpty()
            && model.tableColumns().stream()
                .map(ColumnState::column)
                .anyMatch(column ->
                    bare.equalsIgnoreCase("json_valid" + column + "or" + column + "isnull"));
    return said || json;
  }
}
