package io.quintet.orm;

import io.quintet.orm.meta.ModelMeta;
import io.quintet.orm.meta.Models;
import io.quintet.orm.meta.RelationMeta;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A foreign key or one-to-one relation of an entity.
 *
 * <p>{@code One<@Nullable Author>} is a column that may be null. Reading a relation that the query
 * did not fetch loads it for all rows of the same result at once.
 */
public final class One<T extends @Nullable Entity> {
  private final Entity owner;
  private @Nullable Object key;
  private @Nullable Entity value;

  One(Entity owner) {
    this.owner = owner;
  }

  /**
   * The related entity; loaded now if it was not, for all rows of the same result. Null when there
   * is none.
   *
   * @throws DoesNotExist when its row is gone
   */
  @SuppressWarnings({
    "unchecked",
    "NullAway"
  }) // a null key belongs to a nullable relation, or to an entity in the making
  public T get() {
    if (value == null && key != null) {
      RelationFetch.one(owner, relation(), this);
    }
    return (T) value;
  }

  /**
   * Points to another entity. The key is read when the owner is saved, so it may be saved in
   * between.
   */
  public void set(T entity) {
    value = entity;
    key = entity == null || !((Entity) entity).isSaved() ? null : ((Entity) entity).key();
  }

  /** The key of the related row, without loading it; null when there is none. */
  public @Nullable Object key() {
    if (value != null && value.isSaved()) {
      key = value.key();
    }
    return key;
  }

  /**
   * The key of the related row as a number; 0 when there is none.
   *
   * @throws ClassCastException when the other model has another kind of key
   */
  public long id() {
    Object current = key();
    return current == null ? 0 : ((Number) current).longValue();
  }

  /** Points to a row by its key; null for none. */
  public void setKey(@Nullable Object newKey) {
    if (!Objects.equals(newKey, key()) || newKey == null) {
      value = null;
      key = newKey;
    }
  }

  /** Points to a row by its key. */
  public void setId(long id) {
    setKey(id == 0 ? null : (Object) id);
  }

  /** Whether there is a related row, or one that will be saved. */
  public boolean isSet() {
    return value != null || key != null;
  }

  /** Whether {@link #get} needs no statement. */
  public boolean isLoaded() {
    return value != null || key == null;
  }

  /** The key of a row that was read; called by generated code. */
  public void loadKey(@Nullable Object loaded) {
    key = loaded;
    value = null;
  }

  /** A key or an entity; called by generated code. */
  @SuppressWarnings("unchecked")
  public void assign(@Nullable Object keyOrEntity) {
    if (keyOrEntity instanceof Entity entity) {
      set((T) entity);
    } else {
      setKey(keyOrEntity instanceof Integer i ? (Object) i.longValue() : keyOrEntity);
    }
  }

  @Nullable Entity loaded() {
    return value;
  }

  void fill(@Nullable Entity entity) {
    value = entity;
  }

  @SuppressWarnings("unchecked")
  private RelationMeta relation() {
    ModelMeta<Entity> meta = (ModelMeta<Entity>) Models.of(owner);
    for (RelationMeta relation : meta.relations()) {
      if (!relation.isManyToMany() && meta.one(owner, relation.name()) == this) {
        return relation;
      }
    }
    throw new IllegalStateException("A One of " + meta + " is not a field of it.");
  }

  /** The related entity as text when it is loaded, else its key; loads nothing. */
  @Override
  public String toString() {
    return value != null ? value.toString() : String.valueOf(key);
  }
}
