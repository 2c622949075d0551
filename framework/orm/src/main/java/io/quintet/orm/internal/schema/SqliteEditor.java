package io.quintet.orm.internal.schema;

import static io.quintet.orm.internal.schema.Literals.quote;

import io.quintet.orm.migrations.ColumnState;
import io.quintet.orm.migrations.ConstraintState;
import io.quintet.orm.migrations.IndexState;
import io.quintet.orm.migrations.MigrationException;
import io.quintet.orm.migrations.ModelName;
import io.quintet.orm.migrations.ModelState;
import io.quintet.orm.migrations.ProjectState;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * SQLite: what {@code ALTER TABLE} cannot do is done by building the table anew and copying the
 * rows.
 *
 * <p>Foreign keys must be off on the connection, else dropping the old table would delete or refuse
 * rows elsewhere; the caller switches them off before the transaction and checks all keys before
 * the commit.
 */
final class SqliteEditor extends TableEditor {
  SqliteEditor(SqlRunner runner) {
    super(new SqliteTableSql(), runner);
  }

  @Override
  void addColumn(
      ModelState before,
      ModelState after,
      ProjectState state,
      ColumnState column,
      @Nullable Object existingRows) {
    boolean simple =
        column.isNullable()
            && !column.isUnique()
            && !column.isPrimaryKey()
            && column.databaseDefault() == null
            && existingRows == null;
    if (simple) {
      run(
          "ALTER TABLE "
              + quote(after.table())
              + " ADD COLUMN "
              + sql().definition(after, column, state));
      if (column.isIndexed()) {
        run(sql().createColumnIndex(after.table(), column));
      }
      return;
    }
    Map<String, String> sources = unchanged(before);
    String fill = fill(column, existingRows);
    if (!Objects.equals(fill, column.databaseDefault())) {
      sources.put(column.column(), fill == null ? "NULL" : fill);
    }
    rebuild(before, after, state, sources);
  }

  @Override
  void dropColumn(ModelState before, ModelState after, ProjectState state, ColumnState column) {
    Map<String, String> sources = unchanged(before);
    sources.remove(column.column());
    rebuild(before, after, state, sources);
  }

  @Override
  void alterColumn(
      ProjectState before,
      ProjectState after,
      ModelName name,
      ColumnState from,
      ColumnState to,
      @Nullable Object existingRows) {
    ModelState old = before.model(name);
    ModelState now = after.model(name);
    Map<String, String> sources = unchanged(old);
    sources.remove(from.column());
    String source = quote(from.column());
    String fill = existingRows == null ? to.databaseDefault() : literal(existingRows);
    if (from.isNullable() && !to.isNullable() && fill != null) {
      source = "coalesce(" + source + ", " + fill + ")";
    }
    sources.put(to.column(), source);
    boolean sameTable =
        sql()
            .createTable(old, before, old.table())
            .equals(sql().createTable(now, after, now.table()));
    if (!sameTable) {
      rebuild(old, now, after, sources);
    } else if (from.isIndexed() && !to.isIndexed()) {
      String usual = Names.columnIndex(old.table(), from.column());
      run("DROP INDEX " + quote(actual().index(old.table(), from.column(), usual)));
    } else if (!from.isIndexed() && to.isIndexed()) {
      run(sql().createColumnIndex(now.table(), to));
    }
    if (to.isPrimaryKey() && !type(from, before).equals(type(to, after))) {
      Set<ModelName> built = new HashSet<>(Set.of(name));
      for (Referring ref : Referring.to(name, before, after)) {
        if (built.add(ref.now().name())) {
          rebuild(ref.old(), ref.now(), after, unchanged(ref.old()));
        }
      }
    }
  }

  @Override
  void constrain(
      ModelState before, ModelState after, ProjectState state, ConstraintState constraint) {
    rebuild(before, after, state, unchanged(before));
  }

  @Override
  void release(
      ModelState before, ModelState after, ProjectState state, ConstraintState constraint) {
    rebuild(before, after, state, unchanged(before));
  }

  @Override
  void reconstrain(
      ModelState before,
      ModelState after,
      ProjectState state,
      List<ConstraintState> ended,
      List<ConstraintState> begun) {
    rebuild(before, after, state, unchanged(before));
  }

  /** SQLite keeps no comments. */
  @Override
  void setComment(ModelState model) {}

  @Override
  void moveIndex(ModelState model, IndexState from, String to) {
    run("DROP INDEX " + quote(from.name()));
    run(sql().createIndex("INDEX", model, from.withName(to)));
  }

  @Override
  void dropTable(ModelState model) {
    requireForeignKeysOff();
    run("DROP TABLE " + quote(model.table()));
  }

  /** Constraints have no names of their own here. */
  @Override
  void moveName(AutoNames.Move move) {
    if (move.kind() == AutoNames.Kind.INDEX) {
      run("DROP INDEX IF EXISTS " + quote(move.from()));
      run(
          "CREATE INDEX "
              + quote(move.to())
              + " ON "
              + quote(move.table())
              + " ("
              + quote(move.column())
              + ")");
    }
  }

  /** It is looked for as it is dropped. */
  @Override
  boolean isThere(AutoNames.Move move) {
    return true;
  }

  private static Map<String, String> unchanged(ModelState model) {
    Map<String, String> sources = new LinkedHashMap<>();
    model.tableColumns().forEach(column -> sources.put(column.column(), quote(column.column())));
    return sources;
  }

  /**
   * Builds a table anew.
   *
   * @param sources for each new column that is filled from the old row, the SQL that gives its
   *     value
   */
  private void rebuild(
      ModelState before, ModelState after, ProjectState state, Map<String, String> sources) {
    requireForeignKeysOff();
    String table = after.table();
    String fresh = "new__" + table;
    SqliteStrangers others = SqliteStrangers.of(runner(), before);
    run(sql().createTable(after, state, fresh, others.columns().values(), others.rules()));
    List<String> columns = new ArrayList<>();
    List<String> values = new ArrayList<>();
    others
        .copied()
        .forEach(column -> {
          columns.add(quote(column));
          values.add(quote(column));
        });
    for (ColumnState column : after.tableColumns()) {
      String source = sources.get(column.column());
      if (source != null) {
        columns.add(quote(column.column()));
        values.add(source);
      }
    }
    run(
        "INSERT INTO %s (%s) SELECT %s FROM %s"
            .formatted(
                quote(fresh), String.join(", ", columns), String.join(", ", values), quote(table)));
    if (isCounted(after) && isCounted(before)) {
      String freshText = literal(fresh);
      run("DELETE FROM sqlite_sequence WHERE name = " + freshText);
      run(
          "INSERT INTO sqlite_sequence (name, seq) SELECT %s, seq FROM sqlite_sequence WHERE name = %s"
              .formatted(freshText, literal(table)));
    }
    run("DROP TABLE " + quote(table));
    run("PRAGMA legacy_alter_table = ON");
    run("ALTER TABLE " + quote(fresh) + " RENAME TO " + quote(table));
    run("PRAGMA legacy_alter_table = OFF");
    makeIndexes(after);
    others.statements().forEach(this::run);
  }

  /** A table may be without a key between two steps that replace it. */
  private static boolean isCounted(ModelState model) {
    return model.columns().stream().anyMatch(ColumnState::isAuto);
  }

  private void requireForeignKeysOff() {
    if (runner().isPlanning()) {
      return;
    }
    for (List<String> row : runner().ask("PRAGMA foreign_keys")) {
      if (!row.getFirst().equals("0")) {
        throw new MigrationException(
            "A SQLite table can be dropped or rebuilt only while foreign keys are off on the connection;"
                + " run PRAGMA foreign_keys = OFF before the transaction begins.");
      }
    }
  }
}
