package io.quintet.orm.internal.schema;

import static io.quintet.orm.internal.schema.Literals.quote;

import io.quintet.orm.migrations.ColumnState;
import io.quintet.orm.migrations.ConstraintState;
import io.quintet.orm.migrations.FieldState;
import io.quintet.orm.migrations.IndexState;
import io.quintet.orm.migrations.ManyToManyState;
import io.quintet.orm.migrations.MigrationException;
import io.quintet.orm.migrations.ModelName;
import io.quintet.orm.migrations.ModelState;
import io.quintet.orm.migrations.ProjectState;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Changes tables so that they follow the state of the models. What is the same for every database
 * stands here; how each does it is its {@link TableEditor}'s.
 */
public final class SchemaEditor {
  private final TableEditor tables;
  private final ExistingRows existing;
  private final Renames renames;

  private SchemaEditor(TableEditor tables) {
    this.tables = tables;
    this.existing = new ExistingRows(tables.sql(), tables.runner());
    this.renames = new Renames(tables);
  }

  /**
   * An editor that does not hold up others who use large tables, where the database is one that
   * many use at once.
   */
  static SchemaEditor safe(Vendor vendor, SqlRunner runner) {
    return new SchemaEditor(
        switch (vendor) {
          case POSTGRESQL -> new SafePostgresEditor(runner);
          case MARIADB -> new SafeMariaEditor(runner);
          case SQLITE -> TableEditor.of(vendor, runner);
        });
  }

  /** The editor for a database. */
  public static SchemaEditor of(Vendor vendor, SqlRunner runner) {
    return new SchemaEditor(TableEditor.of(vendor, runner));
  }

  /** Makes the table of a model and its tables of pairs; the state contains what it refers to. */
  public void createModel(ModelState model, ProjectState state) {
    if (!model.options().hasTable()) {
      return;
    }
    tables.createTable(model, state);
    if (model.options().comment() != null) {
      tables.setComment(model);
    }
    JoinTables.of(model).forEach(join -> tables.createTable(join, state));
  }

  /** Drops the table of a model and its tables of pairs. */
  public void deleteModel(ModelState model) {
    if (!model.options().hasTable()) {
      return;
    }
    JoinTables.of(model).forEach(tables::dropTable);
    tables.dropTable(model);
  }

  /** Follows a model that has another name or another table. */
  public void moveModel(ProjectState before, ProjectState after, ModelName from, ModelName to) {
    renames.model(before, after, from, to);
  }

  /** Follows a field that has another name. */
  public void renameField(
      ProjectState before, ProjectState after, ModelState model, FieldState from, FieldState to) {
    if (!model.options().hasTable()) {
      return;
    }
    if (from instanceof ColumnState a && to instanceof ColumnState b) {
      renames.column(before, after, model, a, b);
    } else {
      moveModel(before, after, model.name(), model.name());
    }
  }

  /** Makes the column or the table of pairs of a new field. */
  public void addField(
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
        existing.requireValue(after, column, existingRows);
        tables.addColumn(before, after, state, column, existingRows);
      }
      case ManyToManyState link when link.through() == null ->
          tables.createTable(JoinTables.of(after, link), state);
      case ManyToManyState _ -> {}
    }
  }

  /** Drops the column or the table of pairs of a field. */
  public void removeField(
      ModelState before, ModelState after, ProjectState state, FieldState field) {
    if (!before.options().hasTable()) {
      return;
    }
    switch (field) {
      case ColumnState column -> tables.dropColumn(before, after, state, column);
      case ManyToManyState link when link.through() == null ->
          tables.dropTable(JoinTables.of(before, link));
      case ManyToManyState _ -> {}
    }
  }

  /** Follows a field that has changed under the same name. */
  public void alterField(
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
      renames.column(before, middle, model, a, moved);
      tables.alterColumn(middle, after, name, moved, b, existingRows);
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
      tables.run("ALTER TABLE " + quote(old.table()) + " RENAME TO " + quote(now.table()));
    }
    ModelState moved = old.withOptions(now.options());
    tables.release(moved, moved.withConstraints(List.of()), before, old.constraints().getFirst());
    tables.alterColumn(
        before.with(moved.withConstraints(List.of())),
        after.with(now.withConstraints(List.of())),
        now.name(),
        old.columns().getLast(),
        now.columns().getLast(),
        null);
    tables.constrain(now.withConstraints(List.of()), now, after, now.constraints().getFirst());
  }

  /** Follows lists of fields that begin or end to be unique together. */
  public void alterTogether(ModelState before, ModelState after, ProjectState state) {
    List<ConstraintState> ended = Together.missing(before, after);
    List<ConstraintState> begun = Together.missing(after, before);
    if (after.options().hasTable() && !(ended.isEmpty() && begun.isEmpty())) {
      tables.reconstrain(before, after, state, ended, begun);
    }
  }

  /** Follows a model whose rows begin or end to have a place within another. */
  public void alterOrder(ModelState before, ModelState after, ProjectState state) {
    boolean had = before.options().orderWithRespectTo() != null;
    boolean has = after.options().orderWithRespectTo() != null;
    if (!after.options().hasTable() || had == has) {
      return;
    }
    if (has) {
      tables.addColumn(before, after, state, after.tableColumns().getLast(), 0L);
    } else {
      tables.dropColumn(before, after, state, before.tableColumns().getLast());
    }
  }

  /** Follows a model whose table has another comment. */
  public void comment(ModelState model) {
    if (model.options().hasTable()) {
      tables.setComment(model);
    }
  }

  /** Follows an index that has another name. */
  public void renameIndex(ModelState model, IndexState from, String to) {
    if (model.options().hasTable()) {
      tables.moveIndex(model, from, to);
    }
  }

  /** Makes an index. */
  public void addIndex(ModelState model, IndexState index) {
    if (model.options().hasTable() && tables.canIndexOrRemark(index)) {
      tables.makeIndex(model, "INDEX", index);
    }
  }

  /** Drops an index. */
  public void removeIndex(ModelState model, IndexState index) {
    if (model.options().hasTable() && tables.sql().canIndex(index)) {
      tables.dropIndex(model, index.name());
    }
  }

  /** Makes a constraint. */
  public void addConstraint(
      ModelState before, ModelState after, ProjectState state, ConstraintState constraint) {
    if (!after.options().hasTable()) {
      return;
    }
    if (constraint instanceof ConstraintState.Unique unique && unique.isIndex()) {
      if (tables.canIndexOrRemark(TableSql.uniqueIndex(unique))) {
        tables.makeIndex(after, "UNIQUE INDEX", TableSql.uniqueIndex(unique));
      }
    } else {
      tables.constrain(before, after, state, constraint);
    }
  }

  /** Drops a constraint. */
  public void removeConstraint(
      ModelState before, ModelState after, ProjectState state, ConstraintState constraint) {
    if (!after.options().hasTable()) {
      return;
    }
    if (constraint instanceof ConstraintState.Unique unique && unique.isIndex()) {
      if (tables.sql().canIndex(TableSql.uniqueIndex(unique))) {
        tables.dropIndex(after, unique.name());
      }
    } else {
      tables.release(before, after, state, constraint);
    }
  }

  /** Runs a statement as it is. */
  public void run(String statement) {
    tables.run(statement);
  }

  /** Called before a step that works on rows. */
  void beforeRows() {
    tables.beforeRows();
  }

  /** Called after a step that works on rows. */
  void afterRows() {
    tables.afterRows();
  }

  /** A remark where statements are collected; nothing where they are run. */
  public void remark(String text) {
    tables.remark(text);
  }
}
