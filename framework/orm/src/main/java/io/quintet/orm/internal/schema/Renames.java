package io.quintet.orm.internal.schema;

import static io.quintet.orm.internal.schema.Literals.quote;

import io.quintet.orm.migrations.ColumnState;
import io.quintet.orm.migrations.ModelName;
import io.quintet.orm.migrations.ModelState;
import io.quintet.orm.migrations.ProjectState;
import java.util.List;

/** Gives tables, columns and what is called after them other names. */
record Renames(TableEditor editor) {
  /** Follows a model that has another name or another table, and its tables of pairs. */
  void model(ProjectState before, ProjectState after, ModelName from, ModelName to) {
    for (ModelState[] pair : AutoNames.pairs(before, after, from, to)) {
      if (!pair[0].table().equals(pair[1].table())) {
        editor.run(
            "ALTER TABLE " + quote(pair[0].table()) + " RENAME TO " + quote(pair[1].table()));
      }
      for (int i = 0; i < pair[0].columns().size(); i++) {
        editor.renameColumn(
            pair[1].table(), pair[0].columns().get(i).column(), pair[1].columns().get(i).column());
      }
    }
    names(AutoNames.moves(before, after, from, to));
  }

  /** Follows a column that has another name. */
  void column(
      ProjectState before, ProjectState after, ModelState model, ColumnState from, ColumnState to) {
    if (from.column().equals(to.column())) {
      return;
    }
    editor.renameColumn(model.table(), from.column(), to.column());
    names(AutoNames.moves(before, after, model.name(), model.name()));
  }

  /** A table that another program made may have other names; those stay. */
  private void names(List<AutoNames.Move> moves) {
    for (AutoNames.Move move : moves) {
      if (editor.runner().isPlanning() || editor.isThere(move)) {
        editor.moveName(move);
      }
    }
  }
}
