package io.quintet.orm.meta;

import io.quintet.orm.Entity;
import io.quintet.orm.Manager;
import io.quintet.orm.Many;
import io.quintet.orm.One;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A model: its names, columns, relations and constraints, and access to its entities without
 * reflection.
 *
 * <p>The annotation processor writes one subclass a model, called after it with {@code Meta} at the
 * end.
 */
public abstract class ModelMeta<M extends Entity> {
  /** What {@link #property} returns for a name that the model does not have. */
  public static final Object NO_PROPERTY =
      new Object() {
        @Override
        public String toString() {
          return "no such property";
        }
      };

  private final Class<M> type;
  private final ModelNames names;
  private final @Nullable ModelMeta<?> parent;
  private final List<FieldMeta> fields;
  private final List<RelationMeta> relations;
  private final List<ConstraintMeta> constraints;
  private final List<IndexMeta> indexes;
  private final FieldMeta primaryKey;
  private final @Nullable FieldMeta version;
  private final @Nullable FieldMeta softDelete;
  private final Map<String, FieldMeta> byName = new HashMap<>();
  private final Map<String, RelationMeta> relationsByName = new HashMap<>();
  private final List<RelationMeta> reverse = new ArrayList<>();

  /**
   * Called by generated code.
   *
   * @param fields the columns in order
   * @param manyToMany the relations without a column
   */
  protected ModelMeta(
      Class<M> type,
      ModelNames names,
      List<FieldMeta> fields,
      List<RelationMeta> manyToMany,
      List<ConstraintMeta> constraints,
      List<IndexMeta> indexes) {
    this(type, names, null, fields, manyToMany, constraints, indexes);
  }

  /**
   * Called by generated code.
   *
   * @param parent the model that it extends and whose columns its entities have too, or null
   * @param own the columns of its own table in order
   * @param manyToMany the relations without a column that it declares itself
   */
  protected ModelMeta(
      Class<M> type,
      ModelNames names,
      @Nullable ModelMeta<?> parent,
      List<FieldMeta> own,
      List<RelationMeta> manyToMany,
      List<ConstraintMeta> constraints,
      List<IndexMeta> indexes) {
    this.type = type;
    this.names = names;
    this.parent = parent;
    this.fields = joined(parent == null ? List.of() : parent.fields, own);
    this.constraints = List.copyOf(constraints);
    this.indexes = List.copyOf(indexes);
    int inherited = fields.size() - own.size();
    for (int i = 0; i < own.size(); i++) {
      own.get(i).attach(this, inherited + i);
    }
    manyToMany.forEach(relation -> relation.attach(this));
    List<RelationMeta> all = new ArrayList<>();
    FieldMeta key = null;
    FieldMeta locking = null;
    FieldMeta marking = null;
    for (FieldMeta field : fields) {
      byName.put(field.name(), field);
      field.relation().ifPresent(all::add);
      if (field.primaryKey()) {
        key = field;
      }
      if (field.version()) {
        locking = field;
      }
      if (field.softDelete()) {
        marking = field;
      }
    }
    for (FieldMeta field : fields) {
      byName.putIfAbsent(field.column(), field);
      field.relation().ifPresent(r -> byName.putIfAbsent(r.name() + "Id", field));
    }
    all.addAll(joined(parent == null ? List.of() : parent.manyToMany(), manyToMany));
    all.forEach(r -> relationsByName.put(r.name(), r));
    this.relations = List.copyOf(all);
    if (key == null) {
      throw new IllegalStateException(names.app() + "." + names.name() + " has no primary key.");
    }
    this.primaryKey = key;
    this.version = locking;
    this.softDelete = marking;
    byName.putIfAbsent("pk", key);
  }

  private static <T> List<T> joined(List<T> first, List<T> then) {
    List<T> all = new ArrayList<>(first);
    all.addAll(then);
    return List.copyOf(all);
  }

  /** The entity class. */
  public final Class<M> type() {
    return type;
  }

  /** The name of the class: {@code Post}. */
  public final String name() {
    return names.name();
  }

  /** The label of its app: {@code blog}. */
  public final String app() {
    return names.app();
  }

  /** The class of the model whose rows it has: its own, or for a proxy the one that it extends. */
  public Class<? extends Entity> concreteType() {
    return type;
  }

  /** The model whose rows it has: itself, or for a proxy the one that it extends. */
  public final ModelMeta<?> concrete() {
    Class<? extends Entity> concrete = concreteType();
    return concrete == type ? this : Models.of(concrete);
  }

  /**
   * The model that it extends, whose table holds a part of each of its rows; empty for most models.
   */
  public final Optional<ModelMeta<?>> parent() {
    return Optional.ofNullable(parent);
  }

  /** The model that gives out the keys: itself, or the most general one that it extends. */
  public final ModelMeta<?> root() {
    return parent == null ? this : parent.root();
  }

  /** The models whose tables hold a row of it: the most general first, itself last. */
  public final List<ModelMeta<?>> lineage() {
    if (parent == null) {
      return List.of(this);
    }
    return joined(parent.lineage(), List.of(this));
  }

  /** App and name: {@code blog.Post}. */
  public final String label() {
    return names.app() + "." + names.name();
  }

  /** The table. */
  public final String table() {
    return names.table();
  }

  /** The name shown to people. */
  public final String verboseName() {
    return names.verboseName();
  }

  /** The plural shown to people. */
  public final String verboseNamePlural() {
    return names.verboseNamePlural();
  }

  /** Whether migrations look after the table. */
  public final boolean managed() {
    return names.managed();
  }

  /** Field names in default order, "-" before one for descending. */
  public final List<String> ordering() {
    return names.ordering();
  }

  /** Field names by which {@code latest()} and {@code earliest()} choose, or none. */
  public final List<String> latestBy() {
    return names.latestBy();
  }

  /** The columns in order, those of the model that it extends first. */
  public final List<FieldMeta> fields() {
    return fields;
  }

  /** The columns of its own table in order. */
  public final List<FieldMeta> ownFields() {
    return parent == null ? fields : fields.subList(parent.fields.size(), fields.size());
  }

  /** The primary key. */
  public final FieldMeta primaryKey() {
    return primaryKey;
  }

  /** The column by which changes of others are noticed, if one was declared. */
  public final Optional<FieldMeta> version() {
    return Optional.ofNullable(version);
  }

  /** The column that marks deleted rows, if rows are not removed. */
  public final Optional<FieldMeta> softDelete() {
    return Optional.ofNullable(softDelete);
  }

  /**
   * Where queries of other rooms and relations to many rows begin: the manager that the model
   * declares first, else one of all rows.
   */
  public Manager<M> manager() {
    return Manager.of(type);
  }

  /**
   * The declared relations: with a column first, then many-to-many. Those of the model that it
   * extends are among them; {@link RelationMeta#model()} tells.
   */
  public final List<RelationMeta> relations() {
    return relations;
  }

  /** The declared many-to-many relations. */
  public final List<RelationMeta> manyToMany() {
    return relations.stream().filter(RelationMeta::isManyToMany).toList();
  }

  /** The relations that it declares itself, without those of the model that it extends. */
  public final List<RelationMeta> ownRelations() {
    return parent == null ? relations : relations.stream().filter(r -> r.model() == this).toList();
  }

  /** Relations of other models (or of this one) that point here and can be reached from here. */
  public final List<RelationMeta> reverseRelations() {
    Models.all();
    List<RelationMeta> found = new ArrayList<>(concrete().reverse);
    for (ModelMeta<?> above = parent; above != null; above = above.parent) {
      above.reverse.stream().filter(r -> !r.isParentLink()).forEach(found::add);
    }
    return List.copyOf(found);
  }

  /** Unique and check constraints over the table. */
  public final List<ConstraintMeta> constraints() {
    return constraints;
  }

  /** Declared indexes over several fields. */
  public final List<IndexMeta> indexes() {
    return indexes;
  }

  /**
   * The column with a name: the Java field, the column, {@code pk}, or a relation with {@code Id}
   * after it.
   *
   * @throws IllegalArgumentException when there is none
   */
  public final FieldMeta field(String name) {
    return findField(name)
        .orElseThrow(() ->
            new IllegalArgumentException(
                "%s has no field \"%s\". It has: %s."
                    .formatted(
                        label(),
                        name,
                        String.join(", ", fields.stream().map(FieldMeta::name).toList()))));
  }

  /** The column with a name, if there is one. */
  public final Optional<FieldMeta> findField(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  /** The declared relation with a name, if there is one. */
  public final Optional<RelationMeta> findRelation(String name) {
    return Optional.ofNullable(relationsByName.get(name));
  }

  /** The relation of another model that is reached from here by a name, if there is one. */
  public final Optional<RelationMeta> findReverse(String name) {
    Models.all();
    Optional<RelationMeta> own = named(concrete().reverse, name);
    return own.isPresent() || parent == null
        ? own
        : parent.findReverse(name).filter(r -> !r.isParentLink());
  }

  private static Optional<RelationMeta> named(List<RelationMeta> reverse, String name) {
    for (RelationMeta relation : reverse) {
      if (relation.relatedName().equals(name)) {
        return Optional.of(relation);
      }
    }
    for (RelationMeta relation : reverse) {
      if (relation.queryName().equals(name) || (relation.queryName() + "_set").equals(name)) {
        return Optional.of(relation);
      }
    }
    return Optional.empty();
  }

  final void addReverse(RelationMeta relation) {
    reverse.add(relation);
  }

  final @Nullable Object read(Entity entity, int index) {
    entity.touch(index);
    return get(cast(entity), index);
  }

  final void write(Entity entity, int index, @Nullable Object value) {
    try {
      set(cast(entity), index, value);
    } catch (ClassCastException | NullPointerException e) {
      FieldMeta field = fields.get(index);
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
    if (!type.isInstance(entity)) {
      throw new IllegalArgumentException(
          "This is the metadata of "
              + label()
              + ", the entity is a "
              + entity.getClass().getName()
              + ".");
    }
    return type.cast(entity);
  }

  /** The text of a column in clear; called by generated code for encrypted fields. */
  protected final @Nullable String decrypted(int index, @Nullable String text) {
    return fields.get(index).restored(text);
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

  @Override
  public final String toString() {
    return label();
  }
}
