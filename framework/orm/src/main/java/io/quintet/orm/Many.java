package io.quintet.orm;

import io.quintet.orm.expr.Functions;
import io.quintet.orm.internal.db.Runner;
import io.quintet.orm.internal.sql.Coerce;
import io.quintet.orm.internal.sql.Query;
import io.quintet.orm.meta.FieldType;
import io.quintet.orm.meta.ModelMeta;
import io.quintet.orm.meta.Models;
import io.quintet.orm.meta.RelationMeta;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Rows related to an entity: a many-to-many relation, or the rows that point to it.
 *
 * <p>Iterating loads them for all rows of the result that the entity came from, once. {@link
 * #all()} asks anew and can be filtered.
 */
public final class Many<T extends Entity> implements Iterable<T> {
  private final Entity owner;
  private @Nullable RelationMeta relation;
  private final boolean reverse;
  private @Nullable List<T> loaded;

  Many(Entity owner) {
    this.owner = owner;
    this.reverse = false;
  }

  Many(Entity owner, RelationMeta reverse) {
    this.owner = owner;
    this.relation = reverse;
    this.reverse = true;
  }

  @SuppressWarnings("unchecked") // an entity is of the model that its class names
  private RelationMeta relation() {
    if (relation == null) {
      ModelMeta<Entity> meta = (ModelMeta<Entity>) Models.of(owner);
      for (RelationMeta candidate : meta.manyToMany()) {
        if (meta.many(owner, candidate.name()) == this) {
          relation = candidate;
        }
      }
    }
    return Objects.requireNonNull(relation, "a Many is a field of its model");
  }

  /** The rows as a queryset: to filter, sort, count or update them. */
  public QuerySet<T> all() {
    requireSaved();
    return target()
        .using(rowsAlias())
        .ownedBy(
            new Query.Owned(relation(), reverse, List.of(Objects.requireNonNull(owner.key()))));
  }

  @SuppressWarnings("unchecked") // the relation leads to T
  private QuerySet<T> target() {
    RelationMeta r = relation();
    return (QuerySet<T>) (reverse ? r.model() : r.target()).manager().all();
  }

  /** The database of the rows, which routers may keep in another than that of the owner. */
  private String rowsAlias() {
    ModelMeta<?> rows = reverse ? relation().model() : relation().target();
    return Routing.related(rows, Models.of(owner), alias());
  }

  private String alias() {
    String known = owner.state().alias;
    return known.isEmpty() ? Databases.DEFAULT : known;
  }

  private void requireSaved() {
    if (!owner.isSaved()) {
      throw new QueryException(
          "%s has to be saved before its %s can be used."
              .formatted(
                  Models.of(owner).label(),
                  reverse ? relation().relatedName() : relation().name()));
    }
  }

  /** The rows; loaded now if they were not. Empty for an entity that is not saved. */
  public List<T> list() {
    if (loaded == null && owner.isSaved()) {
      RelationFetch.many(owner, relation(), reverse);
    }
    return loaded == null ? List.of() : loaded;
  }

  @Override
  public Iterator<T> iterator() {
    return list().iterator();
  }

  /** Whether {@link #list} needs no statement. */
  public boolean isLoaded() {
    return loaded != null;
  }

  @SuppressWarnings("unchecked") // rows of the relation
  void fill(List<? extends Entity> rows) {
    loaded = (List<T>) List.copyOf(rows);
  }

  /** Loads them anew the next time. */
  void forget() {
    loaded = null;
  }

  /** How many rows there are. */
  public long count() {
    return loaded != null ? loaded.size() : owner.isSaved() ? all().count() : 0;
  }

  /** Whether there is a row. */
  public boolean exists() {
    return loaded != null ? !loaded.isEmpty() : owner.isSaved() && all().exists();
  }

  /** Whether an entity is among them. */
  public boolean contains(T entity) {
    return loaded != null
        ? loaded.contains(entity)
        : all().filter("pk", Objects.requireNonNull(entity.key())).exists();
  }

  /** Adds entities that are saved; those that are there already stay. */
  @SafeVarargs
  public final void add(T... entities) {
    addAll(Arrays.asList(entities));
  }

  /** Adds entities that are saved; those that are there already stay. */
  public void addAll(Collection<? extends T> entities) {
    addAll(entities, Map.of());
  }

  /** The same; fields of the model of the pairs are set by name. */
  public void addAll(Collection<? extends T> entities, Map<String, ?> throughDefaults) {
    addKeys(entities, throughDefaults);
  }

  /**
   * Adds rows by their keys, known at run time only; those that are there already stay.
   *
   * @param keysOrEntities primary keys, or entities
   * @param throughDefaults fields of the model of the pairs by name, if there is one
   */
  public void addKeys(Collection<?> keysOrEntities, Map<String, ?> throughDefaults) {
    requireSaved();
    if (keysOrEntities.isEmpty()) {
      return;
    }
    if (relation().isManyToMany()) {
      Db.wholeOn(alias(), () -> addPairs(keysOrEntities, throughDefaults));
    } else {
      addRows(keysOrEntities);
    }
    loaded = null;
  }

  private void addPairs(Collection<?> keysOrEntities, Map<String, ?> throughDefaults) {
    Pairs pairs = new Pairs(owner, relation(), reverse, alias());
    List<Object> wanted = keys(keysOrEntities).stream().distinct().toList();
    boolean asks = relation().through().isPresent() || ModelSignals.M2M_CHANGED.isHeard();
    Set<Object> present = asks ? pairs.present(wanted) : Set.of();
    List<Object> missing = wanted.stream().filter(k -> !present.contains(k)).toList();
    ModelSignals.relationChanging(
        owner, relation(), reverse, ModelSignals.RelationAction.PRE_ADD, missing);
    pairs.insert(missing, throughDefaults);
    owner.state().inserted = false;
    keysOrEntities.forEach(e -> {
      if (e instanceof Entity entity) {
        entity.state().inserted = false;
      }
    });
    ModelSignals.relationChanging(
        owner, relation(), reverse, ModelSignals.RelationAction.POST_ADD, missing);
  }

  /** Rows that point here: one statement for those that are saved, an INSERT for each new one. */
  private void addRows(Collection<?> keysOrEntities) {
    List<Object> saved = new ArrayList<>();
    for (Object each : keysOrEntities) {
      if (each instanceof Entity entity) {
        checkTarget(entity);
        RelationFetch.oneOf(entity, relation()).assign(owner);
        if (!entity.isSaved() || ModelSignals.PRE_SAVE.isHeard()) {
          entity.saveTo(rowsAlias());
          continue;
        }
      }
      saved.add(each);
    }
    if (!saved.isEmpty()) {
      target()
          .using(rowsAlias())
          .filter("pk__in", keys(saved))
          .update(Map.of(relation().name(), Objects.requireNonNull(owner.key())));
    }
  }

  private void checkTarget(Entity entity) {
    ModelMeta<?> wanted = reverse ? relation().model() : relation().target();
    if (Models.of(entity).concreteType() != wanted.concreteType()) {
      throw new QueryException(
          "%s leads to %s, not to %s."
              .formatted(relation(), wanted.label(), Models.of(entity).label()));
    }
  }

  private List<Object> keys(Collection<?> keysOrEntities) {
    ModelMeta<?> model = reverse ? relation().model() : relation().target();
    FieldType type = model.primaryKey().columnType();
    List<Object> keys = new ArrayList<>();
    for (Object each : keysOrEntities) {
      if (each instanceof Entity entity) {
        checkTarget(entity);
        if (!entity.isSaved()) {
          throw new QueryException(
              "A "
                  + Models.of(entity).label()
                  + " has to be saved before it can be added to a relation.");
        }
      }
      keys.add(Objects.requireNonNull(Coerce.to(type, each, relation().toString())));
    }
    return keys;
  }

  /**
   * Takes entities out; the entities themselves stay. Rows that point here lose their key, which
   * must be nullable.
   */
  @SafeVarargs
  public final void remove(T... entities) {
    removeAll(Arrays.asList(entities));
  }

  /** Takes entities out; see {@link #remove}. */
  public void removeAll(Collection<? extends T> entities) {
    removeKeys(entities);
  }

  /** Takes rows out by their keys, known at run time only; primary keys, or entities. */
  public void removeKeys(Collection<?> keysOrEntities) {
    requireSaved();
    if (keysOrEntities.isEmpty()) {
      return;
    }
    List<Object> keys = keys(keysOrEntities);
    if (!relation().isManyToMany()) {
      keysOrEntities.forEach(this::checkPointsHere);
      release(all().filter("pk__in", keys));
    } else {
      Db.wholeOn(
          alias(),
          () -> {
            ModelSignals.relationChanging(
                owner, relation(), reverse, ModelSignals.RelationAction.PRE_REMOVE, keys);
            new Pairs(owner, relation(), reverse, alias()).delete(keys);
            ModelSignals.relationChanging(
                owner, relation(), reverse, ModelSignals.RelationAction.POST_REMOVE, keys);
          });
    }
    loaded = null;
  }

  private void checkPointsHere(Object keyOrEntity) {
    if (keyOrEntity instanceof Entity entity
        && !Objects.equals(RelationFetch.oneOf(entity, relation()).key(), owner.key())) {
      throw new DoesNotExist(
          "This %s does not point to this %s by %s."
              .formatted(Models.of(entity).label(), Models.of(owner).label(), relation().name()));
    }
  }

  private void release(QuerySet<T> rows) {
    if (!relation().field().nullable()) {
      throw new QueryException(
          "%s cannot be null, so its rows cannot be taken out. Delete them, or give them another %s."
              .formatted(relation(), relation().name()));
    }
    rows.update(java.util.Collections.singletonMap(relation().name(), null));
  }

  /** Makes these the related rows: adds those that lack, takes out the others. */
  public void set(Collection<? extends T> entities) {
    boolean known = owner.state().inserted && isPlain();
    setKeys(entities, Map.of());
    if (known) {
      loaded = List.copyOf(new LinkedHashSet<T>(entities));
    }
  }

  /** Whether its rows are all that were added, in any order. */
  private boolean isPlain() {
    return relation().isManyToMany()
        && target().query().isWhole()
        && target().model().ordering().isEmpty();
  }

  /** The same by keys, known at run time only; see {@link #addKeys}. */
  public void setKeys(Collection<?> keysOrEntities, Map<String, ?> throughDefaults) {
    requireSaved();
    Db.wholeOn(
        alias(),
        () -> {
          Set<Object> wanted = new LinkedHashSet<>(keys(keysOrEntities));
          Set<Object> present = presentKeys();
          List<Object> left = present.stream().filter(k -> !wanted.contains(k)).toList();
          boolean releases = relation().isManyToMany() || relation().field().nullable();
          if (releases) {
            removeKeys(left);
          }
          wanted.removeAll(present);
          addKeys(
              keysOrEntities.stream()
                  .filter(e -> wanted.contains(keys(List.of(e)).getFirst()))
                  .toList(),
              throughDefaults);
        });
    loaded = null;
  }

  /** A new object has no pairs yet, so it is not asked for them. */
  private Set<Object> presentKeys() {
    if (relation().isManyToMany()) {
      return owner.state().inserted
          ? Set.of()
          : new Pairs(owner, relation(), reverse, alias()).all();
    }
    return new LinkedHashSet<>(all().unordered().<Object>valuesFlat(Functions.f("pk")).list());
  }

  /** Takes all out; the entities themselves stay. */
  public void clear() {
    requireSaved();
    if (relation().isManyToMany()) {
      Db.wholeOn(
          alias(),
          () -> {
            ModelSignals.relationChanging(
                owner, relation(), reverse, ModelSignals.RelationAction.PRE_CLEAR, List.of());
            Runner.update(
                Db.database(alias()), new Pairs(owner, relation(), reverse, alias()).deleteAll());
            ModelSignals.relationChanging(
                owner, relation(), reverse, ModelSignals.RelationAction.POST_CLEAR, List.of());
          });
    } else {
      release(all());
    }
    loaded = null;
  }

  /** The rows when they are loaded; loads nothing. */
  @Override
  public String toString() {
    return loaded != null ? loaded.toString() : "(not loaded)";
  }
}
