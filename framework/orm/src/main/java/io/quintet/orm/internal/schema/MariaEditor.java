package io.quintet.orm.internal.schema;

import static io.quintet.orm.internal.schema.Literals.quote;

import io.quintet.orm.migrations.ColumnState;
import io.quintet.orm.migrations.ColumnType;
import io.quintet.orm.migrations.ConstraintState;
import io.quintet.orm.migrations.IndexState;
import io.quintet.orm.migrations.ModelName;
import io.quintet.orm.migrations.ModelState;
import io.quintet.orm.migrations.ProjectState;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * MariaDB: a column is defined anew where anything of it changes; unique constraints are indexes;
 * foreign keys are checked at once. Conditions and expressions of indexes do not exist there, so
 * such indexes and unique constraints are left out with a remark.
 */
sealed class MariaEditor extends TableEditor permits SafeMariaEditor {
  private final MariaTableSql sql;

  MariaEditor(SqlRunner runner) {
    this(new MariaTableSql(), runner);
  }

  private MariaEditor(MariaTableSql sql, SqlRunner runner) {
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
    List<String> changes = new ArrayList<>();
    changes.add("ADD COLUMN " + sql.definition(column, state, fill, MariaAttributes.NONE));
    if (column.isPrimaryKey()) {
      changes.add("ADD PRIMARY KEY (" + quote(column.column()) + ")");
    } else if (column.isUnique()) {
      changes.add("ADD " + MariaTableSql.unique(after, column));
    }
    String key = sql.foreignKey(after, column, state);
    if (!key.isEmpty()) {
      changes.add("ADD " + key);
    }
    alter(after, String.join(", ", changes), MariaAlgorithm.COPY);
    if (!Objects.equals(fill, column.databaseDefault())) {
      redefine(after, column, column, state, state);
    }
    if (column.isIndexed()) {
      makeColumnIndex(after, column);
    }
  }

  @Override
  void dropColumn(ModelState before, ModelState after, ProjectState state, ColumnState column) {
    dropForeignKey(before, column, state);
    alter(before, "DROP COLUMN " + quote(column.column()), MariaAlgorithm.NOCOPY);
  }

  @Override
  void alterColumn(
      ProjectState before,
      ProjectState after,
      ModelName name,
      ColumnState from,
      ColumnState to,
      @Nullable Object existingRows) {
    new MariaColumnChange(this, before, after, name, from, to).make(existingRows);
  }

  /** Defines a column anew; what the model does not say of it stays. */
  void redefine(
      ModelState model, ColumnState from, ColumnState to, ProjectState before, ProjectState after) {
    MariaAttributes kept =
        MariaAttributes.of(runner(), model.table(), to.column(), type(to, after));
    alter(
        model,
        "MODIFY COLUMN " + sql.definition(to, after, to.databaseDefault(), kept),
        sql.algorithm(from, to, before, after));
  }

  /** Gives rows that have null in a column a value, as null will not be allowed. */
  void fillNulls(ModelState model, ColumnState column, String fill) {
    run(
        "UPDATE %s SET %s = %s WHERE %2$s IS NULL"
            .formatted(quote(model.table()), quote(column.column()), fill));
  }

  void makeColumnIndex(ModelState model, ColumnState column) {
    run(sql.createColumnIndex(model.table(), column));
  }

  void makeForeignKey(ModelState model, ColumnState column, ProjectState state) {
    alter(model, "ADD " + sql.foreignKey(model, column, state), MariaAlgorithm.COPY);
  }

  @Override
  void constrain(
      ModelState before, ModelState after, ProjectState state, ConstraintState constraint) {
    alter(
        after,
        "ADD " + sql.constraint(after, constraint),
        constraint instanceof ConstraintState.Check ? MariaAlgorithm.COPY : MariaAlgorithm.NOCOPY);
  }

  @Override
  void release(
      ModelState before, ModelState after, ProjectState state, ConstraintState constraint) {
    switch (constraint) {
      case ConstraintState.Check check ->
          alter(before, "DROP CONSTRAINT " + quote(check.name()), MariaAlgorithm.INSTANT);
      case ConstraintState.Unique unique -> dropUnique(before, state, unique);
    }
  }

  /** The index of a unique constraint may be what a foreign key leans on. */
  private void dropUnique(ModelState model, ProjectState state, ConstraintState.Unique constraint) {
    for (ColumnState column : model.tableColumns()) {
      boolean leans =
          !column.isIndexed()
              && !column.isPrimaryKey()
              && !column.isUnique()
              && column.type() instanceof ColumnType.ForeignKey key
              && key.constraint()
              && constraint.fields().getFirst().equals(column.name());
      if (leans) {
        String index = quote(Names.columnIndex(model.table(), column.column()));
        alter(
            model,
            "ADD INDEX IF NOT EXISTS " + index + " (" + quote(column.column()) + ")",
            MariaAlgorithm.NOCOPY);
      }
    }
    dropIndex(model, constraint.name());
  }

  @Override
  void reconstrain(
      ModelState before,
      ModelState after,
      ProjectState state,
      List<ConstraintState> ended,
      List<ConstraintState> begun) {
    begun.forEach(constraint -> constrain(before, after, state, constraint));
    ended.forEach(constraint -> release(after, after, state, constraint));
  }

  @Override
  void setComment(ModelState model) {
    String text = model.options().comment();
    alter(model, "COMMENT = " + literal(text == null ? "" : text), MariaAlgorithm.INSTANT);
  }

  @Override
  void moveIndex(ModelState model, IndexState from, String to) {
    if (sql.canIndex(from)) {
      renameIndex(model.table(), from.name(), to);
    }
  }

  @Override
  MariaTableSql sql() {
    return sql;
  }

  @Override
  void dropTable(ModelState model) {
    run("DROP TABLE " + quote(model.table()) + " CASCADE");
  }

  @Override
  void dropIndex(ModelState model, String name) {
    run("DROP INDEX " + quote(name) + " ON " + quote(model.table()));
  }

  @Override
  void moveName(AutoNames.Move move) {
    switch (move.kind()) {
      case INDEX -> renameIndex(move.table(), move.from(), move.to());
      case CONSTRAINT -> moveConstraint(move);
    }
  }

  @Override
  boolean isThere(AutoNames.Move move) {
    return exists(
        ("SELECT 1 FROM information_schema.statistics WHERE table_schema = DATABASE()"
                + " AND table_name = %1$s AND index_name = %2$s UNION ALL"
                + " SELECT 1 FROM information_schema.referential_constraints"
                + " WHERE constraint_schema = DATABASE() AND table_name = %1$s AND constraint_name = %2$s")
            .formatted(literal(move.table()), literal(move.from())));
  }

  /** Unique constraints are indexes, primary keys have no name, foreign keys are made anew. */
  private void moveConstraint(AutoNames.Move move) {
    if (move.from().equals(Names.primaryKey(move.table())) || move.from().endsWith("_pkey")) {
      return;
    }
    List<List<String>> key =
        runner()
            .ask(
                "SELECT column_name, referenced_table_name, referenced_column_name"
                    + " FROM information_schema.key_column_usage WHERE table_schema = DATABASE()"
                    + " AND table_name = %s AND constraint_name = %s AND referenced_table_name IS NOT NULL"
                        .formatted(literal(move.table()), literal(move.from())));
    if (key.isEmpty()) {
      renameIndex(move.table(), move.from(), move.to());
      return;
    }
    List<String> found = key.getFirst();
    moveForeignKey(
        move.table(),
        "ALTER TABLE %s DROP FOREIGN KEY %s, ADD CONSTRAINT %s FOREIGN KEY (%s) REFERENCES %s (%s)"
            .formatted(
                quote(move.table()),
                quote(move.from()),
                quote(move.to()),
                quote(found.get(0)),
                quote(found.get(1)),
                quote(found.get(2))));
  }

  /** Runs the statement that makes a key anew under another name. */
  void moveForeignKey(String table, String statement) {
    run(statement);
  }

  private void renameIndex(String table, String from, String to) {
    run("ALTER TABLE %s RENAME INDEX %s TO %s".formatted(quote(table), quote(from), quote(to)));
  }

  void dropForeignKey(ModelState model, ColumnState column, ProjectState state) {
    if (column.type() instanceof ColumnType.ForeignKey key && key.constraint()) {
      String usual = AutoNames.foreignKey(model.table(), column, key, state);
      String name = actual().foreignKey(model.table(), column.column(), usual);
      alter(model, "DROP FOREIGN KEY " + quote(name), MariaAlgorithm.INSTANT);
    }
  }

  /**
   * Changes a table.
   *
   * @param algorithm what it takes
   */
  void alter(ModelState model, String change, MariaAlgorithm algorithm) {
    run("ALTER TABLE " + quote(model.table()) + " " + change);
  }
}
