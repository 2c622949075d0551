package io.quintet.rest.serializers;

import io.quintet.orm.Entity;
import io.quintet.orm.Manager;
import io.quintet.orm.QuerySet;
import io.quintet.orm.meta.ConstraintMeta;
import io.quintet.orm.meta.FieldMeta;
import io.quintet.orm.meta.ModelMeta;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Looks whether another row has values already that must be unique. */
final class UniqueRules {
  private UniqueRules() {}

  static void checkField(SerializerField field, @Nullable Object value, @Nullable Entity target)
      throws Wrong {
    FieldMeta column = field.column();
    if (column == null || !column.unique() || value == null) {
      return;
    }
    if (others(column.model(), Map.of(column.name(), value), target).exists()) {
      String message = column.uniqueMessage();
      throw Wrong.because(
          message.isEmpty()
              ? "%s with this %s already exists."
                  .formatted(column.model().verboseName(), column.verboseName())
              : message);
    }
  }

  static void checkTogether(
      ModelMeta<?> model, List<SerializerField> fields, Values values, @Nullable Entity target) {
    for (ModelMeta<?> table : model.lineage()) {
      for (ConstraintMeta constraint : table.constraints()) {
        if (constraint instanceof ConstraintMeta.Unique unique && unique.isPlain()) {
          check(table, unique, fields, values, target);
        }
      }
    }
  }

  private static void check(
      ModelMeta<?> model,
      ConstraintMeta.Unique unique,
      List<SerializerField> fields,
      Values values,
      @Nullable Entity target) {
    Map<String, Object> lookups = new LinkedHashMap<>();
    List<String> names = new ArrayList<>();
    boolean touched = false;
    for (String name : unique.fields()) {
      FieldMeta column = model.field(name);
      Optional<SerializerField> field =
          fields.stream().filter(f -> f.column() == column).findFirst();
      names.add(field.map(SerializerField::name).orElse(name));
      boolean given = field.isPresent() && values.has(field.get().component());
      touched |= given;
      Object value =
          given
              ? values.get(field.get().component())
              : target != null ? column.get(target) : column.defaultValue();
      if (value == null) {
        return;
      }
      lookups.put(column.name(), value);
    }
    if (touched && others(model, lookups, target).exists()) {
      throw ValidationException.of(
          unique.message().isEmpty()
              ? "The fields " + String.join(", ", names) + " must make a unique set."
              : unique.message());
    }
  }

  @SuppressWarnings("unchecked")
  private static QuerySet<Entity> others(
      ModelMeta<?> model, Map<String, Object> lookups, @Nullable Entity target) {
    QuerySet<Entity> rows = Manager.of((Class<Entity>) model.type()).filter(lookups);
    Object key = target == null || !target.isSaved() ? null : model.primaryKey().get(target);
    return key == null ? rows : rows.exclude("pk", key);
  }
}
