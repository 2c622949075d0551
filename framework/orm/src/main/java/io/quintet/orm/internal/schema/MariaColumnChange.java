package io.quintet.orm.internal.schema;

import static io.quintet.orm.internal.schema.Literals.quote;

import io.quintet.orm.migrations.ColumnState;
import io.quintet.orm.migrations.IndexState;
import io.quintet.orm.migrations.ModelName;
import io.quintet.orm.migrations.ModelState;
import io.quintet.orm.migrations.ProjectState;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A column of MariaDB becomes another: defined anew, between what leans on it. */
final class MariaColumnChange {
  private final MariaEditor editor;
  private final ProjectState before;
  private final ProjectState after;
  private final ModelState old;
  private final ModelState now;
  private final ColumnState from;
  private final ColumnState to;
  private final boolean moved;
  private final boolean samePrefix;

  MariaColumnChange(
      MariaEditor editor,
      ProjectState before,
      ProjectState after,
      ModelName name,
      ColumnState from,
      ColumnState to) {
    this.editor = editor;
    this.before = before;
    this.after = after;
    this.old = before.model(name);
    this.now = after.model(name);
    this.from = from;
    this.to = to;
    this.moved = !from.column().equals(to.column());
    this.samePrefix = editor.sql().indexPrefix(from).equals(editor.sql().indexPrefix(to));
  }

  /**
   * Makes the change.
   *
   * @param existingRows what rows get that have null where none may be, or null
   */
  void make(@Nullable Object existingRows) {
    List<Referring> referring =
        from.isPrimaryKey() && !editor.type(from, before).equals(editor.type(to, after))
            ? Referring.to(now.name(), before, after)
            : List.of();
    referring.forEach(ref -> editor.dropForeignKey(ref.old(), ref.was(), before));
    String oldKey = editor.sql().foreignKey(old, from, before);
    String newKey = editor.sql().foreignKey(now, to, after);
    boolean keyStays = oldKey.equals(newKey) && from.equals(to);
    if (!oldKey.isEmpty() && !keyStays) {
      editor.dropForeignKey(old, from, before);
    }
    List<String> shortened = shortened();
    shortened.forEach(index -> editor.dropIndex(old, index));
    dropWhatGoes();
    editor.renameColumn(now.table(), from.column(), to.column());
    if (from.isNullable() && !to.isNullable()) {
      fillNulls(existingRows);
    }
    editor.redefine(now, from, to, before, after);
    addWhatComes();
    shortened.forEach(index -> editor.makeIndex(now, "INDEX", now.index(index)));
    if (!newKey.isEmpty() && !keyStays) {
      editor.makeForeignKey(now, to, after);
    }
    referring.forEach(this::restore);
  }

  private void restore(Referring ref) {
    editor.redefine(ref.now(), ref.was(), ref.column(), before, after);
    if (!editor.sql().foreignKey(ref.now(), ref.column(), after).isEmpty()) {
      editor.makeForeignKey(ref.now(), ref.column(), after);
    }
  }

  /** The indexes that take another part of the column than before. */
  private List<String> shortened() {
    return samePrefix
        ? List.of()
        : old.indexes().stream()
            .filter(editor.sql()::canIndex)
            .filter(index ->
                index.fields().contains(from.name()) || index.fields().contains("-" + from.name()))
            .map(IndexState::name)
            .toList();
  }

  private void fillNulls(@Nullable Object existingRows) {
    String fill = existingRows == null ? to.databaseDefault() : editor.literal(existingRows);
    if (fill != null) {
      editor.fillNulls(now, to, fill);
    }
  }

  private void dropWhatGoes() {
    if (from.isPrimaryKey() && !to.isPrimaryKey()) {
      editor.alter(old, "DROP PRIMARY KEY", MariaAlgorithm.COPY);
    }
    if (TableEditor.hasUnique(from) && (moved || !TableEditor.hasUnique(to))) {
      String usual = Names.columnUnique(old.table(), from.column());
      editor.dropIndex(old, editor.actual().unique(old.table(), List.of(from.column()), usual));
    }
    if (from.isIndexed() && (moved || !to.isIndexed() || !samePrefix)) {
      String usual = Names.columnIndex(old.table(), from.column());
      editor.dropIndex(old, editor.actual().index(old.table(), from.column(), usual));
    }
  }

  private void addWhatComes() {
    if (to.isPrimaryKey() && !from.isPrimaryKey()) {
      editor.alter(now, "ADD PRIMARY KEY (" + quote(to.column()) + ")", MariaAlgorithm.INPLACE);
    }
    if (TableEditor.hasUnique(to) && (moved || !TableEditor.hasUnique(from))) {
      editor.alter(now, "ADD " + MariaTableSql.unique(now, to), MariaAlgorithm.NOCOPY);
    }
    if (to.isIndexed() && (moved || !from.isIndexed() || !samePrefix)) {
      editor.makeColumnIndex(now, to);
    }
  }
}
