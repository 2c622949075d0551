package io.quintet.rest.serializers;

import io.quintet.orm.Entity;
import io.quintet.orm.Manager;
import io.quintet.orm.meta.FieldMeta;
import io.quintet.orm.meta.FieldType;
import io.quintet.orm.meta.ModelMeta;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds the rows that a client named by key or slug. */
final class RelatedReader {
  private RelatedReader() {}

  static Object read(Shape.Related shape, SerializerField field, Object given) throws Wrong {
    if (!shape.many()) {
      return one(shape, field, given);
    }
    List<?> items = FieldReader.items(given);
    if (items.isEmpty() && !field.blank()) {
      throw Wrong.because("This list may not be empty.");
    }
    Map<Object, Entity> known = prefetched(shape, items);
    List<Entity> rows = new ArrayList<>();
    for (Object item : items) {
      Object value = converted(shape, item);
      Entity row = value == null ? null : known.get(value);
      if (row == null) {
        throw missing(shape, item);
      }
      if (!rows.contains(row)) {
        rows.add(row);
      }
    }
    return rows;
  }

  private static Map<Object, Entity> prefetched(Shape.Related shape, List<?> items) throws Wrong {
    List<Object> values = new ArrayList<>();
    for (Object item : items) {
      Object value = converted(shape, item);
      if (value != null) {
        values.add(value);
      }
    }
    Map<Object, Entity> found = new HashMap<>();
    if (!values.isEmpty()) {
      for (Entity row : manager(shape.target()).filter(shape.by().name() + "__in", values).list()) {
        Object key = shape.by().get(row);
        if (key != null) {
          found.put(key, row);
        }
      }
    }
    return found;
  }

  private static Entity one(Shape.Related shape, SerializerField field, Object given) throws Wrong {
    if (given instanceof String text && text.isEmpty()) {
      throw Wrong.because("This field may not be null.");
    }
    Object value = converted(shape, given);
    Optional<? extends Entity> row =
        value == null
            ? Optional.empty()
            : manager(shape.target()).filter(shape.by().name(), value).first();
    if (row.isEmpty()) {
      throw missing(shape, given);
    }
    return row.get();
  }

  @SuppressWarnings("unchecked")
  private static Manager<Entity> manager(ModelMeta<?> model) {
    return (Manager<Entity>) Manager.of((Class<Entity>) model.type());
  }

  private static @Nullable Object converted(Shape.Related shape, @Nullable Object item)
      throws Wrong {
    FieldMeta by = shape.by();
    boolean key = by.primaryKey();
    if (item == null) {
      return null;
    }
    if (item instanceof Boolean || item instanceof List<?> || item instanceof Map<?, ?>) {
      throw key ? wrongType(item) : Wrong.because("Invalid value.");
    }
    FieldType type = by.columnType();
    if (type instanceof FieldType.Slug || type.isText()) {
      return Spoken.text(item);
    }
    try {
      SerializerField plain =
          new SerializerField(
              by.name(),
              by.name(),
              new Shape.Value(type),
              false,
              false,
              true,
              false,
              false,
              List.of(),
              by.verboseName(),
              "",
              null,
              "");
      return ScalarReader.read(type, plain, item);
    } catch (Wrong e) {
      throw key ? wrongType(item) : Wrong.because("Invalid value.");
    }
  }

  private static Wrong wrongType(Object item) {
    return Wrong.because("Incorrect type. Expected pk value, received " + Spoken.type(item) + ".");
  }

  private static Wrong missing(Shape.Related shape, @Nullable Object given) {
    return Wrong.because(
        shape.by().primaryKey()
            ? "Invalid pk \"" + Spoken.text(given) + "\" - object does not exist."
            : "Object with " + shape.by().name() + "=" + Spoken.text(given) + " does not exist.");
  }
}
