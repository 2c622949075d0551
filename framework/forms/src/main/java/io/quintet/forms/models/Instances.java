package io.quintet.forms.models;

import io.quintet.forms.BoundField;
import io.quintet.forms.Field;
import io.quintet.forms.fields.FileUploadField;
import io.quintet.orm.Entity;
import io.quintet.orm.meta.FieldMeta;
import io.quintet.orm.meta.ModelMeta;
import io.quintet.orm.meta.Models;
import io.quintet.orm.meta.RelationMeta;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Carries values from an entity to its form and back. */
final class Instances<M extends Entity> {
  private final ModelMeta<M> meta;
  private final M instance;

  Instances(ModelMeta<M> meta, M instance) {
    this.meta = meta;
    this.instance = instance;
  }

  /** What the form shows at first. */
  Map<String, @Nullable Object> initial(
      Collection<FieldMeta> columns, Collection<RelationMeta> relations) {
    Map<String, @Nullable Object> initial = new LinkedHashMap<>();
    for (FieldMeta column : columns) {
      initial.put(column.name(), shown(column));
    }
    for (RelationMeta relation : relations) {
      initial.put(relation.name(), keys(relation));
    }
    return initial;
  }

  private @Nullable Object shown(FieldMeta column) {
    Object value = column.get(instance);
    boolean untouched = !instance.isSaved() && !column.hasDefault() && isZero(value);
    if (value == null || untouched) {
      return null;
    }
    return column.relation().isPresent() ? ModelFields.key(value) : value;
  }

  /** What a Java field holds that nobody has set. */
  private static boolean isZero(@Nullable Object value) {
    return value == null
        || "".equals(value)
        || Boolean.FALSE.equals(value)
        || (value instanceof Number number && number.doubleValue() == 0);
  }

  private List<String> keys(RelationMeta relation) {
    List<String> keys = new ArrayList<>();
    if (instance.isSaved()) {
      for (Entity row : meta.many(instance, relation.name()).list()) {
        Object key = Models.of(row).primaryKey().get(row);
        keys.add(key == null ? "" : ModelFields.key(key));
      }
    }
    return keys;
  }

  /** Sets an accepted value; a file is stored only when the form is saved. */
  void set(FieldMeta column, BoundField bound) {
    Field<?> field = bound.field();
    if (field instanceof FileUploadField) {
      return;
    }
    Object value = field.orNull();
    if (value == null || "".equals(value)) {
      empty(column, bound, value);
    } else {
      column.set(instance, narrowed(column, value));
    }
  }

  /** Nothing was chosen: null where that is allowed, the default where nothing was sent at all. */
  private void empty(FieldMeta column, BoundField bound, @Nullable Object value) {
    if (column.hasDefault() && bound.omitted()) {
      return;
    }
    if (column.nullable()) {
      column.set(instance, null);
    } else if (value != null) {
      column.set(instance, value);
    }
  }

  private static Object narrowed(FieldMeta column, Object value) {
    return column.javaType() == Short.class && value instanceof Number number
        ? (Object) number.shortValue()
        : value;
  }
}
