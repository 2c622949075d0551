package io.quintet.orm;

import io.quintet.orm.internal.sql.Computed;
import io.quintet.orm.internal.sql.Param;
import io.quintet.orm.meta.FieldMeta;
import io.quintet.orm.meta.ModelMeta;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What is written to the column of a field. */
final class FieldParam {
  private FieldParam() {}

  /** The value to write; a text that may be empty is never null unless its column may be. */
  static Param of(FieldMeta field, Entity entity) {
    if (entity.state().isComputed(field.index())) {
      return new Param(
          new Computed(Objects.requireNonNull(entity.state().computed().get(field.index()))),
          field.columnType());
    }
    Object value = raw(field.model(), field, entity);
    if (value == null && field.type().isText() && !field.nullable() && field.blank()) {
      value = "";
    }
    return new Param(field.stored(value), field.columnType());
  }

  /** The value in memory, also of a field that its query left out. */
  @SuppressWarnings("unchecked") // an entity is of the model that its class names
  private static @Nullable Object raw(ModelMeta<?> model, FieldMeta field, Entity entity) {
    return ((ModelMeta<Entity>) model).get(entity, field.index());
  }
}
