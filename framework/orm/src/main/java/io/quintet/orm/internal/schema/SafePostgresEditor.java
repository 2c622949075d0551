package io.quintet.orm.internal.schema;

import static io.quintet.orm.internal.schema.Literals.quote;

import io.quintet.orm.migrations.ColumnState;
import io.quintet.orm.migrations.ColumnType;
import io.quintet.orm.migrations.ConstraintState;
import io.quintet.orm.migrations.IndexState;
import io.quintet.orm.migrations.ModelState;
import io.quintet.orm.migrations.ProjectState;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * PostgreSQL without holding up others: on a large table what reads all rows is done under a lock
 * that lets others read and write, and in transactions of its own.
 *
 * <p>Each part can be done again after it was broken off: it looks first what is there.
 */
final class SafePostgresEditor extends PostgresEditor {
  private static final TwoSteps REWRITES =
      new TwoSteps("rewrites the whole table while nobody can read it");

  private final TableSizes sizes;

  SafePostgresEditor(SqlRunner runner) {
    super(runner);
    this.sizes = new TableSizes(Vendor.POSTGRESQL, runner);
  }

  private boolean isLarge(ModelState model) {
    return sizes.isLarge(model.table());
  }

  private String ask(String sql) {
    List<List<String>> rows = runner().ask(sql);
    return rows.isEmpty() ? "0" : rows.getFirst().getFirst();
  }

  private boolean hasColumn(String table, String column) {
    return exists(
        "SELECT 1 FROM pg_attribute WHERE attrelid = to_regclass(%s) AND attname = %s AND NOT attisdropped"
            .formatted(literal(quote(table)), literal(column)));
  }

  @Override
  void makeIndex(ModelState model, String kind, IndexState index) {
    if (!isLarge(model)) {
      super.makeIndex(model, kind, index);
      return;
    }
    String state =
        ask(
            "SELECT CASE WHEN indisvalid THEN 'valid' ELSE 'broken' END FROM pg_index WHERE indexrelid = to_regclass("
                + literal(quote(index.name()))
                + ")");
    if (state.equals("valid")) {
      return;
    }
    if (state.equals("broken")) {
      alone("DROP INDEX CONCURRENTLY IF EXISTS " + quote(index.name()));
    }
    alone(sql().createIndex(kind + " CONCURRENTLY", model, index));
  }

  @Override
  void dropIndex(ModelState model, String name) {
    if (isLarge(model)) {
      alone("DROP INDEX CONCURRENTLY IF EXISTS " + quote(name));
    } else {
      super.dropIndex(model, name);
    }
  }

  @Override
  void makeUnique(ModelState model, ConstraintState.Unique unique) {
    if (!isLarge(model)) {
      super.makeUnique(model, unique);
    } else if (!hasConstraint(model.table(), unique.name())) {
      makeIndex(model, "UNIQUE INDEX", TableSql.uniqueIndex(unique));
      alter(model, "ADD CONSTRAINT %1$s UNIQUE USING INDEX %1$s".formatted(quote(unique.name())));
      runner().boundary();
    }
  }

  @Override
  void makeCheck(ModelState model, ConstraintState.Check check) {
    if (isLarge(model)) {
      notValidFirst(model, check.name(), sql().constraint(model, check));
    } else {
      super.makeCheck(model, check);
    }
  }

  @Override
  void makeForeignKey(ModelState model, ColumnState column, ProjectState state) {
    if (isLarge(model) && column.type() instanceof ColumnType.ForeignKey key) {
      notValidFirst(
          model,
          AutoNames.foreignKey(model.table(), column, key, state),
          sql().foreignKey(model, column, state));
    } else {
      super.makeForeignKey(model, column, state);
    }
  }

  private void notValidFirst(ModelState model, String name, String sql) {
    if (!hasConstraint(model.table(), name)) {
      alter(model, "ADD " + sql + " NOT VALID");
    }
    runner().boundary();
    alter(model, "VALIDATE CONSTRAINT " + quote(name));
    runner().boundary();
  }

  @Override
  void forbidNull(ModelState model, ColumnState column, @Nullable String fill) {
    if (!isLarge(model)) {
      super.forbidNull(model, column, fill);
      return;
    }
    String name = quote(column.column());
    if (fill != null) {
      runner().fill(BatchedFill.of(model, column, fill));
    }
    String check = Names.columnCheck(model.table(), column.column());
    notValidFirst(
        model, check, "CONSTRAINT %s CHECK (%s IS NOT NULL)".formatted(quote(check), name));
    alter(model, "ALTER COLUMN " + name + " SET NOT NULL");
    alter(model, "DROP CONSTRAINT IF EXISTS " + quote(check));
    runner().boundary();
  }

  @Override
  void setType(ModelState model, ColumnState column, String oldType, String newType) {
    if (isLarge(model) && !PostgresTypes.isWider(oldType, newType)) {
      throw REWRITES.otherType(model.table(), column.column(), oldType, newType);
    }
    super.setType(model, column, oldType, newType);
  }

  @Override
  void addColumn(
      ModelState before,
      ModelState after,
      ProjectState state,
      ColumnState column,
      @Nullable Object existingRows) {
    if (!isLarge(after)) {
      super.addColumn(before, after, state, column, existingRows);
      return;
    }
    requireNoRewrite(after, column);
    String fill = fill(column, existingRows);
    if (!hasColumn(after.table(), column.column())) {
      alter(
          after,
          "ADD COLUMN %s %s%s%s"
              .formatted(
                  quote(column.column()),
                  type(column, state),
                  fill == null ? "" : " DEFAULT " + fill,
                  column.isNullable() ? " NULL" : " NOT NULL"));
    }
    setDefault(after, column);
    runner().boundary();
    if (column.isUnique()) {
      String name = Names.columnUnique(after.table(), column.column());
      makeUnique(after, new ConstraintState.Unique(name, List.of(column.name()), null));
    }
    if (column.isIndexed()) {
      makeIndex(after, "INDEX", TableSql.columnIndex(after, column));
    }
    if (!sql().foreignKey(after, column, state).isEmpty()) {
      makeForeignKey(after, column, state);
    }
  }

  private static void requireNoRewrite(ModelState model, ColumnState column) {
    String byDatabase = column.databaseDefault();
    boolean computed = byDatabase != null && PostgresTypes.isComputedPerRow(byDatabase);
    if (column.isAuto() || column.isPrimaryKey() || computed) {
      throw REWRITES.valueOfItsOwn(model.table(), column.column());
    }
  }

  @Override
  void dropColumn(ModelState before, ModelState after, ProjectState state, ColumnState column) {
    alter(before, "DROP COLUMN IF EXISTS " + quote(column.column()) + " CASCADE");
  }

  @Override
  void dropConstraint(ModelState model, String name) {
    alter(model, "DROP CONSTRAINT IF EXISTS " + quote(name));
  }

  @Override
  void renameColumn(String table, String from, String to) {
    if (!from.equals(to) && (runner().isPlanning() || hasColumn(table, from))) {
      super.renameColumn(table, from, to);
    }
  }
}
