package io.quintet.orm.internal.schema;

import static io.quintet.orm.internal.schema.Literals.quote;

import io.quintet.orm.migrations.ColumnState;
import io.quintet.orm.migrations.ColumnType;
import io.quintet.orm.migrations.ConstraintState;
import io.quintet.orm.migrations.IndexState;
import io.quintet.orm.migrations.ModelName;
import io.quintet.orm.migrations.ModelState;
import io.quintet.orm.migrations.ProjectState;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * PostgreSQL: every change is an {@code ALTER} of its own. Changes that can hold others up on a
 * large table are methods of their own, which {@link SafePostgresEditor} does in other ways.
 */
sealed class PostgresEditor extends TableEditor permits SafePostgresEditor {
  private final PostgresTableSql sql;

  PostgresEditor(SqlRunner runner) {
    this(new PostgresTableSql(), runner);
  }

  private PostgresEditor(PostgresTableSql sql, SqlRunner runner) {
    super(sql, runner);
    this.sql = sql;
  }

  @Override
  void addColumn(
      ModelState before,
      ModelState after,
      ProjectState state,
      ColumnState column,
      @Nullable Object existingRows) {
    String fill = fill(column, existingRows);
    alter(after, "ADD COLUMN " + sql.definition(after, column, state, fill));
    if (!Objects.equals(fill, column.databaseDefault())) {
      setDefault(after, column);
    }
    if (column.isIndexed()) {
      makeIndex(after, "INDEX", TableSql.columnIndex(after, column));
    }
  }

  @Override
  void dropColumn(ModelState before, ModelState after, ProjectState state, ColumnState column) {
    alter(before, "DROP COLUMN " + quote(column.column()) + " CASCADE");
  }

  @Override
  void alterColumn(
      ProjectState before,
      ProjectState after,
      ModelName name,
      ColumnState from,
      ColumnState to,
      @Nullable Object existingRows) {
    new PostgresColumnChange(this, before, after, name, from, to).make(existingRows);
  }

  /** Drops a unique constraint, or the index that stands for one in another program's table. */
  final void dropUnique(ModelState model, String name) {
    if (actual().isUniqueIndex(model.table(), name)) {
      dropIndex(model, name);
    } else {
      dropConstraint(model, name);
    }
  }

  /**
   * Gives a column another type; the rows are rewritten unless the type only gets wider. Text that
   * is too long is refused, while a cast would cut it.
   */
  void setType(ModelState model, ColumnState column, String oldType, String newType) {
    alter(
        model,
        PostgresTypes.isWider(oldType, newType) || PostgresTypes.isText(newType)
            ? "ALTER COLUMN " + quote(column.column()) + " TYPE " + newType
            : "ALTER COLUMN %1$s TYPE %2$s USING %1$s::%2$s"
                .formatted(quote(column.column()), newType));
  }

  /** Refuses null in a column, after rows that have it got the value of an SQL expression. */
  void forbidNull(ModelState model, ColumnState column, @Nullable String fill) {
    String name = quote(column.column());
    if (fill != null) {
      run("UPDATE %s SET %s = %s WHERE %2$s IS NULL".formatted(quote(model.table()), name, fill));
      run("SET CONSTRAINTS ALL IMMEDIATE");
    }
    alter(model, "ALTER COLUMN " + name + " SET NOT NULL");
  }

  void makeUnique(ModelState model, ConstraintState.Unique unique) {
    alter(model, "ADD " + sql.constraint(model, unique));
  }

  void makeCheck(ModelState model, ConstraintState.Check check) {
    alter(model, "ADD " + sql.constraint(model, check));
  }

  void makeForeignKey(ModelState model, ColumnState column, ProjectState state) {
    alter(model, "ADD " + sql.foreignKey(model, column, state));
  }

  @Override
  void constrain(
      ModelState before, ModelState after, ProjectState state, ConstraintState constraint) {
    switch (constraint) {
      case ConstraintState.Unique unique -> makeUnique(after, unique);
      case ConstraintState.Check check -> makeCheck(after, check);
    }
  }

  @Override
  void release(
      ModelState before, ModelState after, ProjectState state, ConstraintState constraint) {
    switch (constraint) {
      case ConstraintState.Unique unique -> dropUnique(before, unique.name());
      case ConstraintState.Check check -> dropConstraint(before, check.name());
    }
  }

  @Override
  void reconstrain(
      ModelState before,
      ModelState after,
      ProjectState state,
      List<ConstraintState> ended,
      List<ConstraintState> begun) {
    ended.forEach(constraint -> dropConstraint(after, constraint.name()));
    begun.forEach(constraint -> constrain(before, after, state, constraint));
  }

  @Override
  void setComment(ModelState model) {
    String text = model.options().comment();
    run(
        "COMMENT ON TABLE %s IS %s"
            .formatted(quote(model.table()), text == null ? "NULL" : literal(text)));
  }

  @Override
  void moveIndex(ModelState model, IndexState from, String to) {
    run("ALTER INDEX " + quote(from.name()) + " RENAME TO " + quote(to));
  }

  @Override
  void dropTable(ModelState model) {
    run("DROP TABLE " + quote(model.table()) + " CASCADE");
  }

  @Override
  void moveName(AutoNames.Move move) {
    String from = quote(move.from());
    String to = quote(move.to());
    run(
        switch (move.kind()) {
          case INDEX -> "ALTER INDEX " + from + " RENAME TO " + to;
          case CONSTRAINT ->
              "ALTER TABLE " + quote(move.table()) + " RENAME CONSTRAINT " + from + " TO " + to;
        });
  }

  @Override
  boolean isThere(AutoNames.Move move) {
    return switch (move.kind()) {
      case INDEX ->
          exists("SELECT 1 WHERE to_regclass(" + literal(quote(move.from())) + ") IS NOT NULL");
      case CONSTRAINT -> hasConstraint(move.table(), move.from());
    };
  }

  final boolean hasConstraint(String table, String name) {
    return exists(
        "SELECT 1 FROM pg_constraint WHERE conrelid = to_regclass(%s) AND conname = %s"
            .formatted(literal(quote(table)), literal(name)));
  }

  /** Keys may point ahead while rows are being moved. */
  @Override
  void beforeRows() {
    run("SET CONSTRAINTS ALL DEFERRED");
  }

  /** Pending key checks would make the next ALTER TABLE fail. */
  @Override
  void afterRows() {
    run("SET CONSTRAINTS ALL IMMEDIATE");
  }

  final void dropForeignKey(ModelState model, ColumnState column, ProjectState state) {
    if (column.type() instanceof ColumnType.ForeignKey key && key.constraint()) {
      run("SET CONSTRAINTS ALL IMMEDIATE");
      String usual = AutoNames.foreignKey(model.table(), column, key, state);
      dropConstraint(model, actual().foreignKey(model.table(), column.column(), usual));
    }
  }

  void dropConstraint(ModelState model, String name) {
    alter(model, "DROP CONSTRAINT " + quote(name));
  }

  final void setDefault(ModelState model, ColumnState column) {
    String sql = column.databaseDefault();
    alter(
        model,
        "ALTER COLUMN "
            + quote(column.column())
            + (sql == null ? " DROP DEFAULT" : " SET DEFAULT " + sql));
  }

  final void alter(ModelState model, String change) {
    run("ALTER TABLE " + quote(model.table()) + " " + change);
  }
}
