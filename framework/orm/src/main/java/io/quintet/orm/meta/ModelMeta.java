package io.quintet.orm.meta;

import io.quintet.orm.Entity;
import io.quintet.orm.Manager;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A model: its names, columns, relations and constraints, and access to its entities without
 * reflection.
 *
 * <p>The annotation processor writes one subclass a model, called after it with {@code Meta} at the
 * end.
 */
public abstract non-sealed class ModelMeta<M extends Entity> extends EntityAccess<M> {
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
  private final FieldNames byName;
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
    this.relations = relations(manyToMany);
    this.byName = new FieldNames(fields, relations);
    this.primaryKey =
        sole(FieldMeta::primaryKey)
            .orElseThrow(() -> new IllegalStateException(label() + " has no primary key."));
    this.version = sole(FieldMeta::version).orElse(null);
    this.softDelete = sole(FieldMeta::softDelete).orElse(null);
  }

  private List<RelationMeta> relations(List<RelationMeta> manyToMany) {
    List<RelationMeta> all = new ArrayList<>();
    fields.forEach(field -> field.relation().ifPresent(all::add));
    all.addAll(parent == null ? List.of() : parent.manyToMany());
    all.addAll(manyToMany);
    return List.copyOf(all);
  }

  /** The last field of a kind: its own counts before that of the model that it extends. */
  private Optional<FieldMeta> sole(Predicate<FieldMeta> kind) {
    return fields.reversed().stream().filter(kind).findFirst();
  }

  private static <T> List<T> joined(List<T> first, List<T> then) {
    List<T> all = new ArrayList<>(first);
    all.addAll(then);
    return List.copyOf(all);
  }

  @Override
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

  @Override
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
    return byName.field(name);
  }

  /** The declared relation with a name, if there is one. */
  public final Optional<RelationMeta> findRelation(String name) {
    return byName.relation(name);
  }

  /** The relation of another model that is reached from here by a name, if there is one. */
  public final Optional<RelationMeta> findReverse(String name) {
    Models.all();
    Optional<RelationMeta> own = FieldNames.reverse(concrete().reverse, name);
    return own.isPresent() || parent == null
        ? own
        : parent.findReverse(name).filter(r -> !r.isParentLink());
  }

  @Override
  final FieldMeta fieldAt(int index) {
    return fields.get(index);
  }

  final void addReverse(RelationMeta relation) {
    reverse.add(relation);
  }

  @Override
  public final String toString() {
    return label();
  }
}
