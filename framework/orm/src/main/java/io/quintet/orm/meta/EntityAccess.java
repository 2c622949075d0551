package io.quintet.orm.meta;

import io.quintet.orm.Entity;
import io.quintet.orm.Many;
import io.quintet.orm.One;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * How the entities of a model are made, read and written: by the code that the annotation processor
 * writes, without reflection. Part of {@link ModelMeta}.
 */
public abstract sealed class EntityAccess<M extends Entity> permits ModelMeta {
  /** What {@link #property} returns for a name that the model does not have. */
  public static final Object NO_PROPERTY =
      new Object() {
        @Override
        public String toString() {
          return "no such property";
        }
      };

  EntityAccess() {}

  /** The entity class. */
  public abstract Class<M> type();

  /** App and name: {@code blog.Post}. */
  public abstract String label();

  abstract FieldMeta fieldAt(int index);

  final @Nullable Object read(Entity entity, int index) {
    entity.touch(index);
    return get(cast(entity), index);
  }

  final void write(Entity entity, int index, @Nullable Object value) {
    try {
      set(cast(entity), index, value);
    } catch (ClassCastException | NullPointerException e) {
      FieldMeta field = fieldAt(index);
      throw new IllegalArgumentException(
          "%s takes a %s, not %s."
              .formatted(
                  field,
                  field.javaType().getSimpleName(),
                  value == null ? "null" : "a " + value.getClass().getSimpleName()),
          e);
    }
  }

  private M cast(Entity entity) {
    if (!type().isInstance(entity)) {
      throw new IllegalArgumentException(
          "This is the metadata of "
              + label()
              + ", the entity is a "
              + entity.getClass().getName()
              + ".");
    }
    return type().cast(entity);
  }

  /** The text of a column in clear; called by generated code for encrypted fields. */
  protected final @Nullable String decrypted(int index, @Nullable String text) {
    return StoredText.clear(fieldAt(index), text);
  }

  /** A new, unsaved entity. */
  public abstract M create();

  /**
   * The value of a column in an entity, by its position; for a relation the key of the other row.
   */
  public abstract @Nullable Object get(M entity, int index);

  /**
   * Sets the value of a column in an entity, by its position; for a relation the key or the entity.
   */
  public abstract void set(M entity, int index, @Nullable Object value);

  /**
   * Fills an entity from consecutive columns, all fields in order, the first at {@code first}
   * (counted from 1).
   */
  public abstract void read(ColumnReader row, int first, M entity) throws SQLException;

  /** The values of an entity as they are now, kept to tell later which of them changed. */
  public abstract Object snapshot(M entity);

  /**
   * Whether a column has another value than when the snapshot was made. A value that can change
   * inside, such as JSON, counts as changed.
   */
  public abstract boolean changedSince(Object snapshot, M entity, int index);

  /** The value of a column when the snapshot was made. */
  public abstract @Nullable Object valueIn(Object snapshot, int index);

  /** The relation object of a foreign key or one-to-one field. */
  public One<?> one(M entity, String name) {
    throw new IllegalArgumentException(this + " has no One called " + name);
  }

  /** The relation object of a many-to-many field. */
  public Many<?> many(M entity, String name) {
    throw new IllegalArgumentException(this + " has no Many called " + name);
  }

  /**
   * What a template or serializer sees under a name: a column, a related entity, the label of an
   * enum ({@code statusLabel}), a public method without arguments, a relation that points here, an
   * annotation.
   *
   * @return the value, or {@link #NO_PROPERTY}
   */
  public @Nullable Object property(M entity, String name) {
    return entity.dynamicProperty(name);
  }
}
