package io.quintet.orm;

import io.quintet.orm.expr.Assignment;
import io.quintet.orm.meta.ModelMeta;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Changes rows that stand in several tables: each column in its own. */
final class InheritedUpdate {
  private InheritedUpdate() {}

  /** How many rows were found. */
  static <M extends Entity> int run(QuerySet<M> rows, List<Assignment<M>> assignments) {
    Map<ModelMeta<?>, List<Assignment<M>>> byTable = new LinkedHashMap<>();
    for (Assignment<M> assignment : assignments) {
      ModelMeta<?> table = rows.model().field(assignment.field()).model();
      byTable.computeIfAbsent(table, t -> new ArrayList<>()).add(assignment);
    }
    if (byTable.size() == 1) {
      return inTable(rows, byTable.keySet().iterator().next(), assignments);
    }
    return Db.wholeOn(rows.alias(), () -> inTables(rows, byTable));
  }

  private static <M extends Entity> int inTable(
      QuerySet<M> rows, ModelMeta<?> table, List<Assignment<M>> assignments) {
    return rows.changed(rows.compiler().update(rows.query(), table, assignments));
  }

  /** The rows are known by their keys first: what changes in one table may be what chooses them. */
  private static <M extends Entity> int inTables(
      QuerySet<M> rows, Map<ModelMeta<?>, List<Assignment<M>>> byTable) {
    List<@Nullable Object> keys = rows.deferNone().selectRelatedNone().valuesFlat("pk").list();
    QuerySet<M> all = QuerySet.of(rows.model().type()).using(rows.alias()).withDeleted();
    for (List<@Nullable Object> chunk : RelationFetch.chunks(keys)) {
      QuerySet<M> those = all.filter("pk__in", chunk).unordered();
      byTable.forEach((table, assignments) -> inTable(those, table, assignments));
    }
    return keys.size();
  }
}
