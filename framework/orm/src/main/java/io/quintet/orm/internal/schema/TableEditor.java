package io.quintet.orm.internal.schema;

import static io.quintet.orm.internal.schema.Literals.quote;

import io.quintet.orm.migrations.ColumnState;
import io.quintet.orm.migrations.ConstraintState;
import io.quintet.orm.migrations.IndexState;
import io.quintet.orm.migrations.ModelName;
import io.quintet.orm.migrations.ModelState;
import io.quintet.orm.migrations.ProjectState;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a database changes its tables: each change by itself. {@link SchemaEditor} knows which are
 * due.
 */
abstract sealed class TableEditor permits SqliteEditor, PostgresEditor, MariaEditor {
  private final TableSql sql;
  private final SqlRunner runner;
  private final ActualNames actual;

  TableEditor(TableSql sql, SqlRunner runner) {
    this.sql = sql;
    this.runner = runner;
    this.actual = new ActualNames(sql.vendor(), runner);
  }

  static TableEditor of(Vendor vendor, SqlRunner runner) {
    return switch (vendor) {
      case SQLITE -> new SqliteEditor(runner);
      case POSTGRESQL -> new PostgresEditor(runner);
      case MARIADB -> new MariaEditor(runner);
    };
  }

  /** Whether the database can have this index; where not, that is remarked. */
  final boolean canIndexOrRemark(IndexState index) {
    boolean can = sql.canIndex(index);
    if (!can) {
      remarkLeftOut(index);
    }
    return can;
  }

  private void remarkLeftOut(IndexState index) {
    remark(index.name() + " is left out: the database has no such indexes.");
  }

  /** Called before a step that works on rows. */
  void beforeRows() {}

  /** Called after a step that works on rows. */
  void afterRows() {}

  /** A remark where statements are collected; nothing where they are run. */
  final void remark(String text) {
    if (runner.isPlanning()) {
      runner.run("-- " + text);
    }
  }

  abstract void addColumn(
      ModelState before,
      ModelState after,
      ProjectState state,
      ColumnState column,
      @Nullable Object existingRows);

  abstract void dropColumn(
      ModelState before, ModelState after, ProjectState state, ColumnState column);

  abstract void alterColumn(
      ProjectState before,
      ProjectState after,
      ModelName name,
      ColumnState from,
      ColumnState to,
      @Nullable Object existingRows);

  abstract void constrain(
      ModelState before, ModelState after, ProjectState state, ConstraintState constraint);

  abstract void release(
      ModelState before, ModelState after, ProjectState state, ConstraintState constraint);

  /** Drops some constraints that the table has and makes others. */
  abstract void reconstrain(
      ModelState before,
      ModelState after,
      ProjectState state,
      List<ConstraintState> ended,
      List<ConstraintState> begun);

  abstract void setComment(ModelState model);

  void makeIndex(ModelState model, String kind, IndexState index) {
    run(sql.createIndex(kind, model, index));
  }

  void dropIndex(ModelState model, String name) {
    run("DROP INDEX " + quote(name));
  }

  abstract void moveIndex(ModelState model, IndexState from, String to);

  abstract void dropTable(ModelState model);

  /** Gives what has the old name the new one. */
  abstract void moveName(AutoNames.Move move);

  /** Whether something has the old name. */
  abstract boolean isThere(AutoNames.Move move);

  /** Whether a query finds anything. */
  final boolean exists(String query) {
    return !runner.ask(query).isEmpty();
  }

  void renameColumn(String table, String from, String to) {
    if (!from.equals(to)) {
      run("ALTER TABLE " + quote(table) + " RENAME COLUMN " + quote(from) + " TO " + quote(to));
    }
  }

  final void createTable(ModelState model, ProjectState state) {
    run(sql.createTable(model, state, model.table()));
    makeIndexes(model);
  }

  /** All of a table that has none. */
  final void makeIndexes(ModelState model) {
    sql.indexes(model, this::remarkLeftOut).forEach(this::run);
  }

  final String type(ColumnState column, ProjectState state) {
    return sql.type(column, state);
  }

  final String literal(Object value) {
    return sql.literal(value);
  }

  final void run(String statement) {
    actual.forget();
    runner.run(statement);
  }

  /** Runs what no transaction may surround. */
  final void alone(String statement) {
    actual.forget();
    runner.alone(statement);
  }

  /** Names in tables that another program made. */
  final ActualNames actual() {
    return actual;
  }

  static boolean hasUnique(ColumnState column) {
    return column.isUnique() && !column.isPrimaryKey();
  }

  final SqlRunner runner() {
    return runner;
  }

  /** How the database spells things. */
  TableSql sql() {
    return sql;
  }

  /** The SQL of what rows that exist get in a new column, or null for nothing. */
  final @Nullable String fill(ColumnState column, @Nullable Object existingRows) {
    return new ExistingRows(sql, runner).fill(column, existingRows);
  }
}
