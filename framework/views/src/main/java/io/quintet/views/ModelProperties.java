package io.quintet.views;

import io.quintet.orm.Deletion;
import io.quintet.orm.Entity;
import io.quintet.orm.Many;
import io.quintet.orm.One;
import io.quintet.orm.QuerySet;
import io.quintet.orm.meta.ModelMeta;
import io.quintet.orm.meta.Models;
import io.quintet.templates.PropertyAccess;
import io.quintet.templates.TemplateObject;
import org.jspecify.annotations.Nullable;

/**
 * Lets templates read models: columns, relations, methods, annotations of the query; and querysets,
 * which they may count and go through but not change.
 */
final class ModelProperties implements PropertyAccess {
  @Override
  public @Nullable Getter getter(Class<?> type, String name) {
    if (Entity.class.isAssignableFrom(type)) {
      return target -> read((Entity) target, name);
    }
    if (type == One.class) {
      return target -> one((One<?>) target, name);
    }
    if (type == Many.class) {
      return many(name);
    }
    if (type == QuerySet.class) {
      return query(name);
    }
    if (type == Deletion.class) {
      return deletion(name);
    }
    return type == Deletion.Branch.class ? branch(name) : null;
  }

  @Override
  public boolean knows(Class<?> type) {
    return Entity.class.isAssignableFrom(type)
        || type == One.class
        || type == Many.class
        || type == QuerySet.class
        || type == Deletion.class
        || type == Deletion.Branch.class;
  }

  private static @Nullable Object read(Entity entity, String name) {
    ModelMeta<Entity> meta = Models.of(entity);
    if (name.equals("pk")) {
      return meta.primaryKey().get(entity);
    }
    Object value = meta.property(entity, name);
    return value == ModelMeta.NO_PROPERTY ? TemplateObject.ABSENT : value;
  }

  private static @Nullable Object one(One<?> relation, String name) {
    Entity entity = relation.get();
    return entity == null ? null : read(entity, name);
  }

  private static @Nullable Getter many(String name) {
    return switch (name) {
      case "all", "list" -> target -> ((Many<?>) target).list();
      case "count" -> target -> ((Many<?>) target).count();
      case "exists" -> target -> ((Many<?>) target).exists();
      case "first" -> target -> ((Many<?>) target).list().stream().findFirst().orElse(null);
      default -> null;
    };
  }

  private static @Nullable Getter query(String name) {
    return switch (name) {
      case "all", "list" -> target -> ((QuerySet<?>) target).list();
      case "count" -> target -> ((QuerySet<?>) target).count();
      case "exists" -> target -> ((QuerySet<?>) target).exists();
      case "first" -> target -> ((QuerySet<?>) target).first().orElse(null);
      case "last" -> target -> ((QuerySet<?>) target).last().orElse(null);
      default -> null;
    };
  }

  private static @Nullable Getter deletion(String name) {
    return switch (name) {
      case "tree" -> target -> ((Deletion) target).tree();
      case "counts" -> target -> ((Deletion) target).counts();
      case "protected_by", "protectedBy" -> target -> ((Deletion) target).protectedBy();
      case "is_allowed", "isAllowed" -> target -> ((Deletion) target).isAllowed();
      default -> null;
    };
  }

  private static @Nullable Getter branch(String name) {
    return switch (name) {
      case "entity" -> target -> ((Deletion.Branch) target).entity();
      case "children" -> target -> ((Deletion.Branch) target).children();
      default -> null;
    };
  }
}
