package io.quintet.views;

import io.quintet.orm.Entity;
import io.quintet.orm.Many;
import io.quintet.orm.One;
import io.quintet.orm.meta.ModelMeta;
import io.quintet.orm.meta.Models;
import io.quintet.templates.PropertyAccess;
import io.quintet.templates.TemplateObject;
import org.jspecify.annotations.Nullable;

/** Lets templates read models: columns, relations, methods, annotations of the query. */
final class ModelProperties implements PropertyAccess {
  @Override
  public @Nullable Getter getter(Class<?> type, String name) {
    if (type == One.class) {
      return target -> one((One<?>) target, name);
    }
    if (type == Many.class) {
      return switch (name) {
        case "all", "list" -> target -> ((Many<?>) target).list();
        case "count" -> target -> ((Many<?>) target).list().size();
        default -> null;
      };
    }
    return Entity.class.isAssignableFrom(type) ? target -> read((Entity) target, name) : null;
  }

  @Override
  public boolean knows(Class<?> type) {
    return Entity.class.isAssignableFrom(type) || type == One.class || type == Many.class;
  }

  private static @Nullable Object one(One<?> relation, String name) {
    Entity entity = relation.get();
    return entity == null ? null : read(entity, name);
  }

  private static @Nullable Object read(Entity entity, String name) {
    ModelMeta<Entity> meta = Models.of(entity);
    if (name.equals("pk")) {
      return meta.primaryKey().get(entity);
    }
    Object value = meta.property(entity, name);
    return value == ModelMeta.NO_PROPERTY ? TemplateObject.ABSENT : value;
  }
}
