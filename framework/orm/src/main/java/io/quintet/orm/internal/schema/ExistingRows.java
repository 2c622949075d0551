package io.quintet.orm.internal.schema;

import static io.quintet.orm.internal.schema.Literals.quote;

import io.quintet.orm.migrations.ColumnState;
import io.quintet.orm.migrations.MigrationException;
import io.quintet.orm.migrations.ModelState;
import org.jspecify.annotations.Nullable;

/** What the rows that a table has get in a new column. */
record ExistingRows(TableSql sql, SqlRunner runner) {
  /**
   * Throws {@link MigrationException} when there are rows that would get no value they may have.
   */
  void requireValue(ModelState model, ColumnState column, @Nullable Object existingRows) {
    if (column.isNullable() && existingRows == null || column.isAuto() || runner.isPlanning()) {
      return;
    }
    boolean filled = column.databaseDefault() != null || existingRows != null;
    boolean unique = column.isUnique() || column.isPrimaryKey();
    int rows = filled && !unique ? 0 : rows(model);
    if (!filled && rows > 0) {
      throw new MigrationException(
          "Field '%s' of %s does not allow null, and the table has rows. Say what they get: addField(...).existingRows(value)."
              .formatted(column.name(), model.name()));
    }
    if (unique && rows > 1) {
      throw new MigrationException(
          "Field '%s' of %s is unique, and the rows that the table has would all get the same value. Add it nullable() first, fill it in a step of Java, then make it mandatory."
              .formatted(column.name(), model.name()));
    }
  }

  /** How many rows a table has, as far as two. */
  private int rows(ModelState model) {
    return runner.ask("SELECT 1 FROM " + quote(model.table()) + " LIMIT 2").size();
  }

  /**
   * The SQL of what rows that exist get in a new column, or null for nothing: a default of the
   * database would be the same in all of them, which a unique column cannot have.
   */
  @Nullable String fill(ColumnState column, @Nullable Object existingRows) {
    if (existingRows != null) {
      return sql.literal(existingRows);
    }
    return column.isUnique() && column.isNullable() ? null : column.databaseDefault();
  }
}
