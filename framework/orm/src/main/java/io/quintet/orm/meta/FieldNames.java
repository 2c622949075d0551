package io.quintet.orm.meta;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a name means in a model: a field by that of the Java field, of the column, {@code pk} or its
 * relation with {@code Id} after it; a relation by its own.
 */
final class FieldNames {
  private final Map<String, FieldMeta> fields = new HashMap<>();
  private final Map<String, RelationMeta> relations = new HashMap<>();

  FieldNames(List<FieldMeta> all, List<RelationMeta> declared) {
    all.forEach(field -> fields.put(field.name(), field));
    for (FieldMeta field : all) {
      fields.putIfAbsent(field.column(), field);
      field.relation().ifPresent(r -> fields.putIfAbsent(r.name() + "Id", field));
    }
    for (FieldMeta field : all.reversed()) {
      if (field.primaryKey()) {
        fields.putIfAbsent("pk", field);
      }
    }
    declared.forEach(relation -> relations.put(relation.name(), relation));
  }

  Optional<FieldMeta> field(String name) {
    return Optional.ofNullable(fields.get(name));
  }

  Optional<RelationMeta> relation(String name) {
    return Optional.ofNullable(relations.get(name));
  }

  /** The one of other models' relations that is reached by a name. */
  static Optional<RelationMeta> reverse(List<RelationMeta> reverse, String name) {
    for (RelationMeta relation : reverse) {
      if (relation.relatedName().equals(name)) {
        return Optional.of(relation);
      }
    }
    for (RelationMeta relation : reverse) {
      if (relation.queryName().equals(name) || (relation.queryName() + "_set").equals(name)) {
        return Optional.of(relation);
      }
    }
    return Optional.empty();
  }
}
