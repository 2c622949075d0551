package io.quintet.orm.internal.schema;

import io.quintet.orm.migrations.ColumnState;
import io.quintet.orm.migrations.ColumnType;
import io.quintet.orm.migrations.ModelName;
import io.quintet.orm.migrations.ModelState;
import io.quintet.orm.migrations.ProjectState;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A column that points to a key that changes.
 *
 * @param old its table before
 * @param now its table after
 */
record Referring(ModelState old, ModelState now, ColumnState was, ColumnState column) {
  /**
   * All that point to a model, and all that point to a key which itself points there: of a model
   * that extends it. Each comes after the key that it points to.
   */
  static List<Referring> to(ModelName target, ProjectState before, ProjectState after) {
    List<ModelState[]> pairs = AutoNames.pairs(before, after, target, target);
    List<Referring> all = new ArrayList<>();
    Set<ModelName> known = new HashSet<>(Set.of(target));
    Deque<ModelName> targets = new ArrayDeque<>(known);
    while (!targets.isEmpty()) {
      ModelName next = targets.remove();
      for (ModelState[] pair : pairs) {
        for (ColumnState column : pair[1].columns()) {
          if (column.type() instanceof ColumnType.ForeignKey key && key.target().equals(next)) {
            all.add(new Referring(pair[0], pair[1], pair[0].column(column.name()), column));
            if (column.isPrimaryKey() && known.add(pair[1].name())) {
              targets.add(pair[1].name());
            }
          }
        }
      }
    }
    return all;
  }
}
