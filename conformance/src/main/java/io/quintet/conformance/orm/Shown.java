package io.quintet.conformance.orm;

import io.quintet.orm.Entity;
import io.quintet.orm.Many;
import io.quintet.orm.meta.FieldType;
import io.quintet.orm.meta.ModelMeta;
import io.quintet.orm.meta.Models;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Brings what the ORM returns into the form of the recorded results. */
final class Shown {
  private Shown() {}

  /** A result: an object as its key, a constant as what is stored, small numbers as long ones. */
  static @Nullable Object of(@Nullable Object value) {
    return switch (value) {
      case Entity entity -> of(key(entity));
      case Enum<?> constant -> stored(constant);
      case Integer number -> (Object) number.longValue();
      case Short number -> number.longValue();
      case Float number -> number.doubleValue();
      case Iterable<?> list -> {
        List<@Nullable Object> values = new ArrayList<>();
        list.forEach(item -> values.add(of(item)));
        yield values;
      }
      case Map<?, ?> map -> {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        map.forEach((key, item) -> values.put(String.valueOf(key), of(item)));
        yield values;
      }
      case null, default -> value;
    };
  }

  static @Nullable Object key(Entity entity) {
    return Models.of(entity).primaryKey().get(entity);
  }

  private static String stored(Enum<?> constant) {
    for (ModelMeta<?> model : Models.all()) {
      for (var field : model.fields()) {
        if (field.type() instanceof FieldType.Choices choices
            && field.javaType() == constant.getDeclaringClass()) {
          return choices.of(constant).value();
        }
      }
    }
    return constant.name();
  }

  /** The attributes of an object, by their dotted paths. */
  static Map<String, @Nullable Object> attributes(Entity entity, List<String> paths) {
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    paths.forEach(path -> values.put(path, of(follow(entity, List.of(path.split("\\."))))));
    return values;
  }

  private static @Nullable Object follow(@Nullable Object from, List<String> names) {
    if (from == null || names.isEmpty()) {
      return from;
    }
    List<String> rest = names.subList(1, names.size());
    if (from instanceof Many<?> many && names.getFirst().equals("count")) {
      return many.count();
    }
    if (from instanceof Many<?> many && names.getFirst().equals("exists")) {
      return many.exists();
    }
    if (from instanceof Iterable<?> many) {
      List<@Nullable Object> values = new ArrayList<>();
      many.forEach(item -> values.add(follow(item, names)));
      return values;
    }
    if (from instanceof Map<?, ?> map) {
      return follow(map.get(names.getFirst()), rest);
    }
    return follow(attribute((Entity) from, names.getFirst()), rest);
  }

  static @Nullable Object attribute(Entity entity, String name) {
    ModelMeta<Entity> model = model(entity);
    if (name.equals("pk")) {
      return key(entity);
    }
    var relation = model.findRelation(name);
    var field = model.findField(name);
    if (field.isPresent() && (relation.isEmpty() || relation.get().isManyToMany())) {
      Object value = field.get().get(entity);
      return field.get().type() instanceof FieldType.JsonValue ? Literal.json(value) : value;
    }
    if (relation.isPresent()) {
      return relation.get().isManyToMany()
          ? model.many(entity, name)
          : model.one(entity, name).get();
    }
    Object value = entity.dynamicProperty(name);
    if (value == ModelMeta.NO_PROPERTY) {
      throw new IllegalArgumentException(model + " has no attribute " + name + ".");
    }
    return value;
  }

  /** The rows of a relation to many, by its name. */
  static Many<?> many(Entity entity, String name) {
    ModelMeta<Entity> model = model(entity);
    if (model.findRelation(name).isPresent()) {
      return model.many(entity, name);
    }
    var relation =
        model
            .findReverse(name)
            .orElseThrow(() -> new IllegalArgumentException(model + " has no relation " + name));
    return entity.related(relation.model().type(), name);
  }

  @SuppressWarnings("unchecked") // an entity is of the model that its class names
  static ModelMeta<Entity> model(Entity entity) {
    return (ModelMeta<Entity>) Models.of(entity);
  }
}
