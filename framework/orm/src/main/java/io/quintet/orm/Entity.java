package io.quintet.orm;

import io.quintet.orm.meta.FieldMeta;
import io.quintet.orm.meta.ModelMeta;
import io.quintet.orm.meta.Models;
import io.quintet.orm.meta.RelationMeta;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The parent of all models: a row of a table.
 *
 * <pre>{@code
 * Post post = new Post();
 * post.title = "Hello";
 * post.save();          // INSERT; post.id is set
 * post.title = "Hello!";
 * post.save();          // UPDATE of the title only
 * post.delete();        // with what its foreign keys say
 * }</pre>
 */
public abstract class Entity {
  /**
   * The primary key given out by the database; 0 before the first save. Unused in a model with
   * {@code @PrimaryKey}.
   */
  public long id;

  private transient @Nullable EntityState state;

  /** For subclasses. */
  protected Entity() {}

  /** A foreign key or one-to-one relation; the value of a {@link One} field. */
  protected final <T extends @Nullable Entity> One<T> one() {
    return new One<>(this);
  }

  /** A many-to-many relation; the value of a {@link Many} field. */
  protected final <T extends Entity> Many<T> many() {
    return new Many<>(this);
  }

  /** Whether it stands for a row of the database. */
  public final boolean isSaved() {
    return state != null && state.isSaved();
  }

  /**
   * The relation to the row of a model that this one extends, by name; called by generated code.
   */
  public final One<?> parentLink(String name) {
    One<?> link = state().parents().computeIfAbsent(name, n -> new One<>(this));
    link.setKey(isSaved() ? key() : null);
    return link;
  }

  /**
   * The rows of another model that point here, by the related name of their relation: {@code
   * author.related(Post.class, "posts")}.
   *
   * @throws IllegalArgumentException when there is no such relation
   */
  @SuppressWarnings("unchecked")
  public final <T extends Entity> Many<T> related(Class<T> type, String relatedName) {
    RelationMeta relation =
        Models.of(this)
            .findReverse(relatedName)
            .filter(r -> r.model().type() == type)
            .orElseThrow(() ->
                new IllegalArgumentException(
                    "%s is not reached from %s as \"%s\". Reached are: %s."
                        .formatted(
                            type.getSimpleName(),
                            Models.of(this).label(),
                            relatedName,
                            String.join(
                                ", ",
                                Models.of(this).reverseRelations().stream()
                                    .map(r -> r.relatedName() + " (" + r.model().name() + ")")
                                    .toList()))));
    return (Many<T>) related(relation);
  }

  final Many<?> related(RelationMeta relation) {
    return state()
        .related()
        .computeIfAbsent(relation.toString(), key -> new Many<>(this, relation));
  }

  /**
   * The value of an annotation of the query that it came from.
   *
   * @throws NoSuchElementException when the query has no such annotation
   */
  public final @Nullable Object annotation(String name) {
    Map<String, @Nullable Object> annotations = state().annotations();
    if (!annotations.containsKey(name)) {
      throw new NoSuchElementException(
          "This %s has no annotation \"%s\". %s"
              .formatted(
                  getClass().getSimpleName(),
                  name,
                  annotations.isEmpty()
                      ? "Its query has none; add annotate(...)."
                      : "It has: " + String.join(", ", annotations.keySet()) + "."));
    }
    return annotations.get(name);
  }

  /**
   * An annotation or a relation that points here, by name; called by generated code.
   *
   * @return the value, or {@link ModelMeta#NO_PROPERTY}
   */
  public final @Nullable Object dynamicProperty(String name) {
    if (state != null && state.annotations().containsKey(name)) {
      return state.annotations().get(name);
    }
    var reverse = Models.of(this).findReverse(name);
    if (reverse.isEmpty()) {
      return ModelMeta.NO_PROPERTY;
    }
    Many<?> rows = related(reverse.get());
    return reverse.get().kind() == RelationMeta.Kind.ONE_TO_ONE
        ? rows.list().stream().findFirst().orElse(null)
        : rows;
  }

  /**
   * Writes it: an INSERT when it is new, else an UPDATE of the fields that changed. It goes to the
   * database that it came from.
   *
   * @throws IntegrityException when a constraint of the database is violated
   * @throws DoesNotExist when its row was deleted meanwhile
   */
  public void save() {
    saver(savedTo()).save();
  }

  /**
   * Sets a field by name, known at run time only; a text that is a number becomes one, and so on.
   * An {@code Expression} is computed by the database at the next save; the Java field keeps its
   * value until it is read again.
   *
   * @throws QueryException when there is no such field, or it cannot hold the value
   */
  public final void set(String field, @Nullable Object value) {
    FieldValues.set(this, field, value);
  }

  /**
   * Sets fields by name as far as their values can be; see {@link #set}.
   *
   * @return what is wrong with the others
   */
  public final ValidationErrors fill(Map<String, ?> values) {
    return FieldValues.fill(this, values);
  }

  /** Writes some fields by name, whether they changed or not; none of them writes nothing. */
  public final void saveOnly(String... fields) {
    Set<FieldMeta> chosen = new java.util.LinkedHashSet<>();
    for (String name : fields) {
      FieldMeta field = FieldValues.field(Models.of(this), name);
      if (field.primaryKey()) {
        throw new QueryException("saveOnly(...) does not write the primary key.");
      }
      chosen.add(field);
    }
    saver(savedTo()).saveOnly(chosen);
  }

  /** Writes it as a new row, never into one that exists. */
  public final void insert() {
    saver(savedTo()).insertOnly();
  }

  /** Writes it into its row. @throws DoesNotExist when there is none with its key */
  public final void update() {
    saver(savedTo()).save(false);
  }

  /** The database that it came from, or goes to when it is new. */
  private String savedTo() {
    String known = state().alias;
    return known.isEmpty() ? Routing.alias(Models.of(this)) : known;
  }

  /** Writes it to a database; into another than it came from as a new row. See {@link #save()}. */
  public final void saveTo(String alias) {
    if (!state().alias.equals(alias)) {
      state().forgetRow();
      state().alias = alias;
    }
    save();
  }

  @SuppressWarnings("unchecked") // an entity is of the model that its class names
  private Saver<Entity> saver(String alias) {
    return new Saver<>((ModelMeta<Entity>) Models.of(this), this, alias);
  }

  /**
   * What is wrong with its values: what the fields declare, {@link #clean}, rows that do not exist,
   * values that are not unique, constraints of the table. Saving does not call it; forms and
   * serializers do.
   */
  public final ValidationErrors validate() {
    return validate(Set.of());
  }

  /** The same without some fields, by name. */
  public final ValidationErrors validate(Set<String> exclude) {
    return validate(exclude, EnumSet.allOf(Validation.Kind.class));
  }

  /** The same, but of what asks the database only some kinds. */
  public final ValidationErrors validate(Set<String> exclude, Set<Validation.Kind> asked) {
    ValidationErrors errors = new ValidationErrors();
    ModelMeta<?> meta = Models.of(this);
    Validation.fields(meta, this, exclude, savedTo(), errors);
    clean(errors);
    Validation.rows(meta, this, exclude, savedTo(), asked, errors);
    return errors;
  }

  /** Checks its values. @throws ValidationException when something is wrong with them */
  public final void fullClean() {
    validate().throwIfAny();
  }

  /** Override it to check fields against each other; add what is wrong. */
  protected void clean(ValidationErrors errors) {}

  /**
   * Deletes its row and what foreign keys say; marks it, where the model has a {@code @SoftDelete}
   * field.
   *
   * @return how many rows went, by the label of their model; pairs of many-to-many relations too:
   *     {@code blog.Post_tags}
   * @throws ProtectedException when a relation protects a row
   */
  public Map<String, Long> delete() {
    requireRow("deleted");
    return Deletion.direct(List.of(this), state().alias).execute();
  }

  /**
   * Removes its row and what foreign keys say, also where deleting only marks it.
   *
   * @return how many rows went, by the label of their model
   * @throws ProtectedException when a relation protects a row
   */
  public Map<String, Long> hardDelete() {
    requireRow("deleted");
    return Deletion.hard(List.of(this), state().alias).execute();
  }

  /** What {@link #delete} would take, without deleting. */
  public final Deletion deletion() {
    requireRow("deleted");
    return Deletion.of(List.of(this), state().alias);
  }

  private void requireRow(String wish) {
    if (!isSaved()) {
      throw new QueryException(
          "A " + Models.of(this).label() + " that is not saved cannot be " + wish + ".");
    }
  }

  /** The names of the fields that its query left out and that were not read since. */
  public final Set<String> deferredFields() {
    Set<String> names = new java.util.TreeSet<>();
    for (int index : state().deferred) {
      names.add(Models.of(this).fields().get(index).name());
    }
    return names;
  }

  /** Reads a field that its query left out, for all rows of the same result; by metadata. */
  public final void touch(int index) {
    if (state != null && state.deferred.contains(index)) {
      DeferredFetch.load(this, index);
    }
  }

  /**
   * Reads its row again; relations are forgotten.
   *
   * @throws DoesNotExist when the row is gone
   */
  @SuppressWarnings("unchecked") // an entity is of the model that its class names
  public void refresh() {
    if (!isSaved()) {
      throw new QueryException(
          "A " + Models.of(this).label() + " that is not saved has no row to read.");
    }
    ModelMeta<Entity> meta = (ModelMeta<Entity>) Models.of(this);
    Entity fresh =
        QuerySet.of(meta.type())
            .using(state().alias)
            .withDeleted()
            .getById(java.util.Objects.requireNonNull(key()));
    for (int i = 0; i < meta.fields().size(); i++) {
      meta.set(this, i, meta.get(fresh, i));
      state().forgetComputed(i);
    }
    state().deferred = Set.of();
    meta.manyToMany().forEach(r -> meta.many(this, r.name()).forget());
    state().related().clear();
    state().snapshot = meta.snapshot(this);
  }

  /**
   * Reads some fields of its row again, by name; unsaved changes of others stay.
   *
   * @throws DoesNotExist when the row is gone
   */
  public final void refresh(String... fields) {
    DeferredFetch.reload(this, fields);
  }

  /**
   * The row after this one by a date or moment field, by name; of rows with the same value, by the
   * primary key.
   *
   * @throws DoesNotExist when there is none
   */
  public final Entity next(String field) {
    return Neighbours.of(this, field, true);
  }

  /** The row before this one; see {@link #next}. */
  public final Entity previous(String field) {
    return Neighbours.of(this, field, false);
  }

  final EntityState state() {
    if (state == null) {
      state = new EntityState();
    }
    return state;
  }

  /**
   * The same row: the same model (a proxy counts as what it extends) and key. An unsaved entity
   * equals only itself, so put it into a set after saving.
   */
  @Override
  public final boolean equals(@Nullable Object other) {
    if (this == other) {
      return true;
    }
    return other instanceof Entity that
        && isSameModel(that)
        && isSaved()
        && that.isSaved()
        && java.util.Objects.equals(key(), that.key());
  }

  private boolean isSameModel(Entity that) {
    return getClass() == that.getClass()
        || Models.of(this).concreteType() == Models.of(that).concreteType();
  }

  @Override
  public final int hashCode() {
    return isSaved() ? java.util.Objects.hashCode(key()) : System.identityHashCode(this);
  }

  final @Nullable Object key() {
    return Models.of(this).primaryKey().get(this);
  }

  /** The model and the key; models override it with what people should read. */
  @Override
  public String toString() {
    return getClass().getSimpleName() + " object (" + (isSaved() ? key() : "unsaved") + ")";
  }
}
