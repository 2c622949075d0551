package io.quintet.orm.internal.schema;

import io.quintet.orm.migrations.ColumnState;
import io.quintet.orm.migrations.ColumnType;
import io.quintet.orm.migrations.ModelName;
import io.quintet.orm.migrations.ModelState;
import io.quintet.orm.migrations.ProjectState;
import java.util.ArrayList;
import java.util.List;

/**
 * A column that points to a key that changes.
 *
 * @param old its table before
 * @param now its table after
 */
record Referring(ModelState old, ModelState now, ColumnState was, ColumnState column) {
  /** All that point to a model. */
  static List<Referring> to(ModelName target, ProjectState before, ProjectState after) {
    List<Referring> all = new ArrayList<>();
    for (ModelState[] pair : AutoNames.pairs(before, after, target, target)) {
      for (ColumnState column : pair[1].columns()) {
        if (column.type() instanceof ColumnType.ForeignKey key && key.target().equals(target)) {
          ColumnState was = pair[0].column(column.name());
          all.add(new Referring(pair[0], pair[1], was, column));
        }
      }
    }
    return all;
  }
}
