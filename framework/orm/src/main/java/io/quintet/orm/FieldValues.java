package io.quintet.orm;

import io.quintet.core.json.Json;
import io.quintet.core.json.JsonException;
import io.quintet.orm.expr.Expression;
import io.quintet.orm.internal.sql.Coerce;
import io.quintet.orm.meta.FieldMeta;
import io.quintet.orm.meta.FieldType;
import io.quintet.orm.meta.ModelMeta;
import io.quintet.orm.meta.Models;
import io.quintet.orm.meta.RelationMeta;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Sets fields of entities by names that are known at run time only. */
final class FieldValues {
  private FieldValues() {}

  static void set(Entity entity, Map<String, ?> values) {
    values.forEach((name, value) -> set(entity, name, value));
  }

  static void set(Entity entity, String name, @Nullable Object value) {
    FieldMeta field = field(Models.of(entity), name);
    if (value instanceof Expression<?, ?> expression) {
      entity.state().computed().put(field.index(), expression.node());
      return;
    }
    entity.state().forgetComputed(field.index());
    field.set(entity, fitting(field, value));
    entity.state().deferred = DeferredFetch.without(entity.state().deferred, field.index());
  }

  /** Sets what can be set; the errors of the others. */
  static ValidationErrors fill(Entity entity, Map<String, ?> values) {
    ValidationErrors errors = new ValidationErrors();
    values.forEach((name, value) -> {
      try {
        set(entity, name, value);
      } catch (InvalidValueException e) {
        FieldMeta field = field(Models.of(entity), name);
        InvalidValueException about = field.nullable() ? e.orNone() : e;
        errors.add(field.name(), about.code(), about.sentence());
      }
    });
    return errors;
  }

  /** The field with a column that has a name. */
  static FieldMeta field(ModelMeta<?> model, String name) {
    if (model.findRelation(name).filter(RelationMeta::isManyToMany).isPresent()) {
      throw new QueryException(
          "%s.%s is a relation to many and has no column. Use its add or set after saving."
              .formatted(model.label(), name));
    }
    return model
        .findField(name)
        .orElseThrow(() -> {
          TreeSet<String> known = new TreeSet<>();
          model.fields().forEach(f -> known.add(f.name()));
          return new QueryException(
              "%s has no field \"%s\". It has: %s."
                  .formatted(model.label(), shown(name), String.join(", ", known)));
        });
  }

  private static String shown(String name) {
    return name.length() > 40 ? name.substring(0, 40) + "..." : name;
  }

  /** A value in the form of the Java field: a text that is a number becomes one, and so on. */
  private static @Nullable Object fitting(FieldMeta field, @Nullable Object value) {
    if (value == null) {
      return field.type() instanceof FieldType.Identity ? (Object) 0L : null;
    }
    if (value instanceof Entity target) {
      checkTarget(field, target);
      return target;
    }
    if (field.type() instanceof FieldType.JsonValue && !hasJsonForm(value)) {
      throw Coerce.invalid(field.type(), value, field.toString());
    }
    if (field.javaType().isInstance(value)) {
      return value;
    }
    Object fitting = Coerce.to(field.columnType(), value, field.toString());
    if (Coerce.isOutOfRange(fitting)) {
      String text = "A value does not fit into " + field + ".";
      throw new InvalidValueException(text, InvalidValueException.OUT_OF_RANGE, text);
    }
    if (field.type() instanceof FieldType.Converted converted) {
      return restored(converted, fitting, field);
    }
    if (field.type() instanceof FieldType.Choices && !(fitting instanceof Enum<?>)) {
      throw Coerce.invalid(field.columnType(), value, field.toString());
    }
    return fitting instanceof Integer number && field.type() instanceof FieldType.Int16
        ? (Object) number.shortValue()
        : fitting;
  }

  private static @Nullable Object restored(
      FieldType.Converted type, @Nullable Object stored, FieldMeta field) {
    try {
      return type.restored(stored);
    } catch (IllegalArgumentException e) {
      throw Coerce.invalid(type, String.valueOf(stored), field.toString());
    }
  }

  private static boolean hasJsonForm(Object value) {
    try {
      Json.write(value);
      return true;
    } catch (JsonException e) {
      return false;
    }
  }

  private static void checkTarget(FieldMeta field, Entity target) {
    RelationMeta relation =
        field
            .relation()
            .orElseThrow(() ->
                new QueryException(
                    "%s holds a value, not a %s.".formatted(field, Models.of(target).label())));
    if (relation.target().concreteType() != Models.of(target).concreteType()) {
      throw new QueryException(
          "%s points to a %s, not to a %s."
              .formatted(field, relation.target().label(), Models.of(target).label()));
    }
  }
}
