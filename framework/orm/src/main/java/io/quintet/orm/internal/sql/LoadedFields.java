package io.quintet.orm.internal.sql;

import io.quintet.orm.QueryException;
import io.quintet.orm.meta.FieldMeta;
import io.quintet.orm.meta.ModelMeta;
import io.quintet.orm.meta.RelationMeta;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Which fields of the entities of a query are read. */
final class LoadedFields {
  private LoadedFields() {}

  /**
   * The positions of the fields that are not read, of the model that a path leads to. A primary key
   * is always read, and so is the foreign key of a relation that is.
   */
  static Set<Integer> deferred(Query query, List<String> path, ModelMeta<?> model) {
    Query.Fields fields = query.fields();
    if (fields == null) {
      return Set.of();
    }
    Set<Integer> named = new HashSet<>();
    for (String name : fields.names()) {
      List<String> names = List.of(name.split("__"));
      FieldMeta field = field(query.model(), names);
      if (names.subList(0, names.size() - 1).equals(path)) {
        named.add(field.index());
      }
    }
    if (fields.only() && named.isEmpty() && !path.isEmpty()) {
      return Set.of();
    }
    Set<Integer> left = new HashSet<>();
    for (FieldMeta field : model.fields()) {
      boolean kept = field.primaryKey() || (fields.only() && leadsOn(query, path, field));
      if (!kept && named.contains(field.index()) != fields.only()) {
        left.add(field.index());
      }
    }
    return left;
  }

  /** Whether a foreign key leads to entities that are read in the same statement. */
  private static boolean leadsOn(Query query, List<String> path, FieldMeta field) {
    return field
        .relation()
        .filter(r ->
            query.related().stream()
                .anyMatch(p ->
                    p.size() == path.size() + 1
                        && p.subList(0, path.size()).equals(path)
                        && p.getLast().equals(r.name())))
        .isPresent();
  }

  private static FieldMeta field(ModelMeta<?> root, List<String> names) {
    ModelMeta<?> model = root;
    for (String name : names.subList(0, names.size() - 1)) {
      ModelMeta<?> here = model;
      model =
          PathResolver.hop(model, name)
              .orElseThrow(() -> PathResolver.unknown(root, here, name, names))
              .target();
    }
    String last = names.getLast();
    if (model.findRelation(last).filter(RelationMeta::isManyToMany).isPresent()) {
      throw new QueryException(
          "only(...) and defer(...) take columns of %s; \"%s\" is a relation to many."
              .formatted(model.label(), last));
    }
    ModelMeta<?> here = model;
    return model.findField(last).orElseThrow(() -> PathResolver.unknown(root, here, last, names));
  }
}
