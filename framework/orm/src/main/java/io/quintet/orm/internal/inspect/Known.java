package io.quintet.orm.internal.inspect;

import io.quintet.orm.meta.FieldMeta;
import io.quintet.orm.meta.ModelMeta;
import io.quintet.orm.meta.RelationMeta;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The models that a site has already, by their tables. */
final class Known {
  private final Map<String, ModelMeta<?>> byTable = new HashMap<>();
  private final Set<String> pairTables = new HashSet<>();

  Known(Collection<? extends ModelMeta<?>> models) {
    for (ModelMeta<?> model : models) {
      byTable.put(model.table(), model);
      model.manyToMany().stream()
          .filter(relation -> relation.through().isEmpty())
          .forEach(relation -> pairTables.add(relation.joinTable()));
    }
  }

  boolean has(String table) {
    return byTable.containsKey(table) || pairTables.contains(table);
  }

  /** The column with the key of the model that has the table; empty for other tables. */
  String keyColumn(String table) {
    ModelMeta<?> model = byTable.get(table);
    return model == null ? "" : model.primaryKey().column();
  }

  RelationDraft.Target target(String table) {
    ModelMeta<?> model = byTable.get(table);
    if (model == null) {
      throw new IllegalArgumentException("No model has the table " + table);
    }
    TreeSet<String> taken = new TreeSet<>();
    model.fields().stream().map(FieldMeta::name).forEach(taken::add);
    model.manyToMany().stream().map(RelationMeta::name).forEach(taken::add);
    model.reverseRelations().stream().map(RelationMeta::relatedName).forEach(taken::add);
    Class<?> type = model.type();
    return new RelationDraft.Target(table, type.getPackageName(), type.getSimpleName(), taken);
  }
}
