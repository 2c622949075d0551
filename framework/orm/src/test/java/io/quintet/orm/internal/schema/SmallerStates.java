package io.quintet.orm.internal.schema;

import io.quintet.orm.migrations.ColumnState;
import io.quintet.orm.migrations.ColumnType;
import io.quintet.orm.migrations.FieldState;
import io.quintet.orm.migrations.ModelState;
import io.quintet.orm.migrations.ProjectState;
import java.util.ArrayList;
import java.util.List;

/** Smaller states that may fail for the same reason: without a model, a field or the extras. */
final class SmallerStates {
  private SmallerStates() {}

  static List<ProjectState> of(ProjectState state) {
    List<ProjectState> all = new ArrayList<>();
    for (ModelState model : state.models()) {
      all.add(state.without(model.name()));
      all.add(
          state.with(
              model.withIndexes(List.of()).withConstraints(List.of()).withOptions(Words.USUAL)));
      all.add(state.with(model.withOptions(Words.USUAL)));
      all.add(state.with(model.withIndexes(List.of())));
      all.add(state.with(model.withConstraints(List.of())));
      for (FieldState field : model.fields()) {
        if (!RandomStates.isFixed(state, model, field) && !isNamed(model, field.name())) {
          all.add(state.with(model.minus(field.name())));
        }
        if (field instanceof ColumnState column && !Relations.isPrimaryKey(column)) {
          all.add(state.with(model.replace(plain(column))));
        }
      }
    }
    return all.stream().filter(s -> RandomStates.isWhole(s) && !s.equals(state)).toList();
  }

  private static ColumnState plain(ColumnState column) {
    return column.type() instanceof ColumnType.ForeignKey || column.isUnique()
        ? column
        : column.with(ColumnState.Flag.INDEXED, false).databaseDefault(null);
  }

  private static boolean isNamed(ModelState model, String field) {
    return (model.indexes().toString() + model.constraints() + model.options()).contains(field);
  }
}
