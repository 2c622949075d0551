package io.quintet.orm.internal.schema;

import static io.quintet.orm.internal.schema.Literals.quote;

import io.quintet.orm.migrations.ColumnState;
import io.quintet.orm.migrations.ColumnType;
import io.quintet.orm.migrations.ConstraintState;
import io.quintet.orm.migrations.FieldState;
import io.quintet.orm.migrations.IndexState;
import io.quintet.orm.migrations.ManyToManyState;
import io.quintet.orm.migrations.MigrationException;
import io.quintet.orm.migrations.ModelName;
import io.quintet.orm.migrations.ModelState;
import io.quintet.orm.migrations.ProjectState;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Changes tables so that they follow the state of the models. What is the same for every database
 * stands here.
 */
public abstract sealed class SchemaEditor permits SqliteEditor, PostgresEditor, MariaEditor {
  private final Vendor vendor;
  private final SqlRunner runner;
  private final ActualNames actual;

  SchemaEditor(Vendor vendor, SqlRunner runner) {
    this.vendor = vendor;
    this.runner = runner;
    this.actual = new ActualNames(vendor, runner);
  }

  /**
   * An editor that does not hold up others who use large tables, where the database is one that
   * many use at once.
   */
  static SchemaEditor safe(Vendor vendor, SqlRunner runner) {
    return vendor == Vendor.POSTGRESQL ? new SafePostgresEditor(runner) : of(vendor, runner);
  }

  /** The editor for a database. */
  public static SchemaEditor of(Vendor vendor, SqlRunner runner) {
    return switch (vendor) {
      case SQLITE -> new SqliteEditor(runner);
      case POSTGRESQL -> new PostgresEditor(runner);
      case MARIADB -> new MariaEditor(runner);
    };
  }

  /** Makes the table of a model and its tables of pairs; the state contains what it refers to. */
  public final void createModel(ModelState model, ProjectState state) {
    if (!model.options().hasTable()) {
      return;
    }
    createTable(model, state);
    if (model.options().comment() != null) {
      setComment(model);
    }
    JoinTables.of(model).forEach(join -> createTable(join, state));
  }

  /** Drops the table of a model and its tables of pairs. */
  public final void deleteModel(ModelState model) {
    if (!model.options().hasTable()) {
      return;
    }
    JoinTables.of(model).forEach(this::dropTable);
    dropTable(model);
  }

  /** Follows a model that has another name or another table. */
  public final void moveModel(
      ProjectState before, ProjectState after, ModelName from, ModelName to) {
    for (ModelState[] pair : AutoNames.pairs(before, after, from, to)) {
      if (!pair[0].table().equals(pair[1].table())) {
        run("ALTER TABLE " + quote(pair[0].table()) + " RENAME TO " + quote(pair[1].table()));
      }
      for (int i = 0; i < pair[0].columns().size(); i++) {
        renameColumn(
            pair[1].table(), pair[0].columns().get(i).column(), pair[1].columns().get(i).column());
      }
    }
    moveNames(AutoNames.moves(before, after, from, to));
  }

  /** Follows a field that has another name. */
  public final void renameField(
      ProjectState before, ProjectState after, ModelState model, FieldState from, FieldState to) {
    if (!model.options().hasTable()) {
      return;
    }
    if (from instanceof ColumnState a && to instanceof ColumnState b) {
      renameColumn(model.table(), a.column(), b.column());
      moveNames(AutoNames.moves(before, after, model.name(), model.name()));
    } else {
      moveModel(before, after, model.name(), model.name());
    }
  }

  /** Makes the column or the table of pairs of a new field. */
  public final void addField(
      ModelState before,
      ModelState after,
      ProjectState state,
      FieldState field,
      @Nullable Object existingRows) {
    if (!after.options().hasTable()) {
      return;
    }
    switch (field) {
      case ColumnState column -> {
        requireValueForRows(after, column, existingRows);
        addColumn(before, after, state, column, existingRows);
      }
      case ManyToManyState link when link.through() == null ->
          createTable(JoinTables.of(after, link), state);
      case ManyToManyState _ -> {}
    }
  }

  private void requireValueForRows(
      ModelState model, ColumnState column, @Nullable Object existingRows) {
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
  final @Nullable String fill(ColumnState column, @Nullable Object existingRows) {
    if (existingRows != null) {
      return literal(existingRows);
    }
    return column.isUnique() && column.isNullable() ? null : column.databaseDefault();
  }

  /** Drops the column or the table of pairs of a field. */
  public final void removeField(
      ModelState before, ModelState after, ProjectState state, FieldState field) {
    if (!before.options().hasTable()) {
      return;
    }
    switch (field) {
      case ColumnState column -> dropColumn(before, after, state, column);
      case ManyToManyState link when link.through() == null ->
          dropTable(JoinTables.of(before, link));
      case ManyToManyState _ -> {}
    }
  }

  /** Follows a field that has changed under the same name. */
  public final void alterField(
      ProjectState before,
      ProjectState after,
      ModelName name,
      FieldState from,
      FieldState to,
      @Nullable Object existingRows) {
    ModelState model = after.model(name);
    if (!model.options().hasTable()) {
      return;
    }
    if (from instanceof ColumnState a && to instanceof ColumnState b) {
      ColumnState moved = a.column(b.column());
      ProjectState middle = before.with(before.model(name).replace(moved));
      if (!a.column().equals(b.column())) {
        renameColumn(model.table(), a.column(), b.column());
        moveNames(AutoNames.moves(before, middle, name, name));
      }
      alterColumn(middle, after, name, moved, b, existingRows);
    } else if (from instanceof ManyToManyState a
        && to instanceof ManyToManyState b
        && (a.through() == null) == (b.through() == null)) {
      if (a.through() == null && !a.target().equals(b.target())) {
        retargetPairs(before, after, JoinTables.of(before.model(name), a), JoinTables.of(model, b));
      } else {
        moveModel(before, after, name, name);
      }
    } else {
      throw new MigrationException(
          "Field '"
              + to.name()
              + "' of "
              + name
              + " cannot be altered between a column and a many-to-many relation, nor to another through model:"
              + " remove it and add it, and move the pairs in a step of Java between the two.");
    }
  }

  /** The pairs of a many-to-many field point to another model: its keys stay as they are. */
  private void retargetPairs(
      ProjectState before, ProjectState after, ModelState old, ModelState now) {
    if (!old.table().equals(now.table())) {
      run("ALTER TABLE " + quote(old.table()) + " RENAME TO " + quote(now.table()));
    }
    ModelState moved = old.withOptions(now.options());
    release(moved, moved.withConstraints(List.of()), before, old.constraints().getFirst());
    alterColumn(
        before.with(moved.withConstraints(List.of())),
        after.with(now.withConstraints(List.of())),
        now.name(),
        old.columns().getLast(),
        now.columns().getLast(),
        null);
    constrain(now.withConstraints(List.of()), now, after, now.constraints().getFirst());
  }

  /** Follows lists of fields that begin or end to be unique together. */
  public final void alterTogether(ModelState before, ModelState after, ProjectState state) {
    List<ConstraintState> ended = Together.missing(before, after);
    List<ConstraintState> begun = Together.missing(after, before);
    if (after.options().hasTable() && !(ended.isEmpty() && begun.isEmpty())) {
      reconstrain(before, after, state, ended, begun);
    }
  }

  /** Follows a model whose rows begin or end to have a place within another. */
  public final void alterOrder(ModelState before, ModelState after, ProjectState state) {
    boolean had = before.options().orderWithRespectTo() != null;
    boolean has = after.options().orderWithRespectTo() != null;
    if (!after.options().hasTable() || had == has) {
      return;
    }
    if (has) {
      addColumn(before, after, state, after.tableColumns().getLast(), 0L);
    } else {
      dropColumn(before, after, state, before.tableColumns().getLast());
    }
  }

  /** Follows a model whose table has another comment. */
  public final void comment(ModelState model) {
    if (model.options().hasTable()) {
      setComment(model);
    }
  }

  /** Follows an index that has another name. */
  public final void renameIndex(ModelState model, IndexState from, String to) {
    if (model.options().hasTable()) {
      moveIndex(model, from, to);
    }
  }

  /** Makes an index. */
  public final void addIndex(ModelState model, IndexState index) {
    if (model.options().hasTable() && canIndexOrRemark(index)) {
      makeIndex(model, "INDEX", index);
    }
  }

  /** Drops an index. */
  public final void removeIndex(ModelState model, IndexState index) {
    if (model.options().hasTable() && canIndex(index)) {
      dropIndex(model, index.name());
    }
  }

  /** Makes a constraint. */
  public final void addConstraint(
      ModelState before, ModelState after, ProjectState state, ConstraintState constraint) {
    if (!after.options().hasTable()) {
      return;
    }
    if (constraint instanceof ConstraintState.Unique unique && unique.isIndex()) {
      if (canIndexOrRemark(uniqueIndex(unique))) {
        makeIndex(after, "UNIQUE INDEX", uniqueIndex(unique));
      }
    } else {
      constrain(before, after, state, constraint);
    }
  }

  /** Drops a constraint. */
  public final void removeConstraint(
      ModelState before, ModelState after, ProjectState state, ConstraintState constraint) {
    if (!after.options().hasTable()) {
      return;
    }
    if (constraint instanceof ConstraintState.Unique unique && unique.isIndex()) {
      if (canIndex(uniqueIndex(unique))) {
        dropIndex(after, unique.name());
      }
    } else {
      release(before, after, state, constraint);
    }
  }

  /** Whether the database can have this index. */
  boolean canIndex(IndexState index) {
    return true;
  }

  private boolean canIndexOrRemark(IndexState index) {
    boolean can = canIndex(index);
    if (!can) {
      remark(index.name() + " is left out: the database has no such indexes.");
    }
    return can;
  }

  /** Constraints of columns that stand after all columns; none where they stand with the column. */
  List<String> columnConstraints(ModelState model, ProjectState state) {
    return List.of();
  }

  /** What stands behind the parts of a table. */
  String tableOptions() {
    return "";
  }

  /** Called before a step that works on rows. */
  void beforeRows() {}

  /** Called after a step that works on rows. */
  void afterRows() {}

  /** A remark where statements are collected; nothing where they are run. */
  public final void remark(String text) {
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
    run(createIndex(kind, model, index));
  }

  void dropIndex(ModelState model, String name) {
    run("DROP INDEX " + quote(name));
  }

  abstract void moveIndex(ModelState model, IndexState from, String to);

  abstract void dropTable(ModelState model);

  /** A table that another program made may have other names; those stay. */
  private void moveNames(List<AutoNames.Move> moves) {
    for (AutoNames.Move move : moves) {
      if (runner.isPlanning() || isThere(move)) {
        moveName(move);
      }
    }
  }

  /** Gives what has the old name the new one. */
  abstract void moveName(AutoNames.Move move);

  /** Whether something has the old name. */
  abstract boolean isThere(AutoNames.Move move);

  /** Whether a query finds anything. */
  final boolean exists(String sql) {
    return !runner.ask(sql).isEmpty();
  }

  abstract String definition(ModelState model, ColumnState column, ProjectState state);

  void renameColumn(String table, String from, String to) {
    if (!from.equals(to)) {
      run("ALTER TABLE " + quote(table) + " RENAME COLUMN " + quote(from) + " TO " + quote(to));
    }
  }

  final void createTable(ModelState model, ProjectState state) {
    run(createTableSql(model, state, model.table()));
    indexesSql(model).forEach(this::run);
  }

  final String createTableSql(ModelState model, ProjectState state, String table) {
    return createTableSql(model, state, table, List.of(), List.of());
  }

  /** With columns and rules that the model does not know. */
  final String createTableSql(
      ModelState model,
      ProjectState state,
      String table,
      Collection<String> otherColumns,
      List<String> otherRules) {
    List<String> parts = new ArrayList<>();
    for (ColumnState column : model.tableColumns()) {
      parts.add(definition(model, column, state));
    }
    parts.addAll(otherColumns);
    parts.addAll(columnConstraints(model, state));
    for (ConstraintState constraint : Together.constraints(model)) {
      if (!(constraint instanceof ConstraintState.Unique unique && unique.isIndex())) {
        parts.add(constraintSql(model, constraint));
      }
    }
    parts.addAll(otherRules);
    return "CREATE TABLE " + quote(table) + " (" + String.join(", ", parts) + ")" + tableOptions();
  }

  final List<String> indexesSql(ModelState model) {
    List<String> all = new ArrayList<>();
    for (ColumnState column : model.tableColumns()) {
      if (column.isIndexed()) {
        all.add(createColumnIndex(model.table(), column));
      }
    }
    for (IndexState index : model.indexes()) {
      if (canIndexOrRemark(index)) {
        all.add(createIndex(model, index));
      }
    }
    for (ConstraintState constraint : Together.constraints(model)) {
      if (constraint instanceof ConstraintState.Unique unique
          && unique.isIndex()
          && canIndexOrRemark(uniqueIndex(unique))) {
        all.add(createIndex("UNIQUE INDEX", model, uniqueIndex(unique)));
      }
    }
    return all;
  }

  final String createColumnIndex(String table, ColumnState column) {
    String name = column.column();
    return "CREATE INDEX %s ON %s (%s%s)"
        .formatted(
            quote(Names.columnIndex(table, name)), quote(table), quote(name), indexPrefix(column));
  }

  /** What stands behind a column in an index that takes only its beginning. */
  String indexPrefix(ColumnState column) {
    return "";
  }

  final String constraintSql(ModelState model, ConstraintState constraint) {
    return "CONSTRAINT "
        + quote(constraint.name())
        + switch (constraint) {
          case ConstraintState.Check check -> " CHECK (" + check.condition() + ")";
          case ConstraintState.Unique unique ->
              " UNIQUE (" + columnList(model, unique.fields(), _ -> "") + ")";
        };
  }

  /** The foreign key clause of a column definition, or nothing. */
  final String references(ColumnState column, ProjectState state) {
    if (column.type() instanceof ColumnType.ForeignKey key && key.constraint()) {
      ModelState target = state.model(key.target());
      return "REFERENCES "
          + quote(target.table())
          + " ("
          + quote(target.primaryKey().column())
          + ")"
          + (vendor == Vendor.MARIADB ? "" : " DEFERRABLE INITIALLY DEFERRED");
    }
    return "";
  }

  final String type(ColumnState column, ProjectState state) {
    return SqlTypes.name(vendor, state.storedType(column));
  }

  final String literal(Object value) {
    return Literals.sql(vendor, value);
  }

  final void run(String sql) {
    runner.run(sql);
  }

  /** Names in tables that another program made. */
  final ActualNames actual() {
    return actual;
  }

  final SqlRunner runner() {
    return runner;
  }

  final String createIndex(ModelState model, IndexState index) {
    return createIndex("INDEX", model, index);
  }

  static IndexState uniqueIndex(ConstraintState.Unique unique) {
    return new IndexState(unique.name(), unique.fields(), unique.expressions(), unique.condition());
  }

  static IndexState columnIndex(ModelState model, ColumnState column) {
    return new IndexState(
        Names.columnIndex(model.table(), column.column()), List.of(column.name()), null);
  }

  final String createIndex(String kind, ModelState model, IndexState index) {
    String condition = index.condition();
    boolean unique = kind.startsWith("UNIQUE");
    String covers =
        index.expressions().isEmpty()
            ? columnList(model, index.fields(), unique ? _ -> "" : this::indexPrefix)
            : "(" + String.join("), (", index.expressions()) + ")";
    return "CREATE %s %s ON %s (%s)%s"
        .formatted(
            kind,
            quote(index.name()),
            quote(model.table()),
            covers,
            condition == null ? "" : " WHERE " + condition);
  }

  private static String columnList(
      ModelState model, List<String> fields, Function<ColumnState, String> prefix) {
    List<String> columns = new ArrayList<>();
    for (String field : fields) {
      boolean descending = field.startsWith("-");
      ColumnState state = model.column(descending ? field.substring(1) : field);
      String column = state.column();
      columns.add(quote(column) + prefix.apply(state) + (descending ? " DESC" : ""));
    }
    return String.join(", ", columns);
  }
}
