package io.quintet.orm;

import io.quintet.orm.internal.db.Runner;
import io.quintet.orm.internal.sql.Query;
import io.quintet.orm.meta.ModelMeta;
import io.quintet.orm.meta.Models;
import io.quintet.orm.meta.RelationMeta;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
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
        .using(alias())
        .ownedBy(
            new Query.Owned(relation(), reverse, List.of(Objects.requireNonNull(owner.key()))));
  }

  @SuppressWarnings("unchecked") // the relation leads to T
  private QuerySet<T> target() {
    RelationMeta r = relation();
    return (QuerySet<T>) (reverse ? r.model() : r.target()).manager().all();
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
    requireSaved();
    if (entities.isEmpty()) {
      return;
    }
    if (!relation().isManyToMany()) {
      for (T entity : entities) {
        RelationFetch.oneOf(entity, relation()).assign(owner);
        entity.saveTo(alias());
      }
      loaded = null;
      return;
    }
    Db.atomicOn(
        alias(),
        () -> {
          Pairs pairs = new Pairs(owner, relation(), reverse, alias());
          List<Object> wanted = keys(entities);
          Set<Object> present = pairs.present(wanted);
          List<Object> missing =
              wanted.stream().filter(k -> !present.contains(k)).distinct().toList();
          ModelSignals.relationChanging(
              owner, relation(), reverse, ModelSignals.RelationAction.PRE_ADD, missing);
          pairs.insert(missing);
          ModelSignals.relationChanging(
              owner, relation(), reverse, ModelSignals.RelationAction.POST_ADD, missing);
        });
    loaded = null;
  }

  private static List<Object> keys(Collection<? extends Entity> entities) {
    List<Object> keys = new ArrayList<>();
    for (Entity entity : entities) {
      if (!entity.isSaved()) {
        throw new QueryException(
            "A "
                + Models.of(entity).label()
                + " has to be saved before it can be added to a relation.");
      }
      keys.add(Objects.requireNonNull(entity.key()));
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
    requireSaved();
    if (entities.isEmpty()) {
      return;
    }
    List<Object> keys = keys(entities);
    if (!relation().isManyToMany()) {
      release(all().filter("pk__in", keys));
      loaded = null;
      return;
    }
    Db.atomicOn(
        alias(),
        () -> {
          ModelSignals.relationChanging(
              owner, relation(), reverse, ModelSignals.RelationAction.PRE_REMOVE, keys);
          new Pairs(owner, relation(), reverse, alias()).delete(keys);
          ModelSignals.relationChanging(
              owner, relation(), reverse, ModelSignals.RelationAction.POST_REMOVE, keys);
        });
    loaded = null;
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
    requireSaved();
    Db.atomicOn(
        alias(),
        () -> {
          Set<Object> wanted = Set.copyOf(keys(entities));
          List<T> present = all().list();
          Set<Object> presentKeys = present.stream().map(Entity::key).collect(Collectors.toSet());
          removeAll(
              present.stream()
                  .filter(e -> !wanted.contains(Objects.requireNonNull(e.key())))
                  .toList());
          addAll(entities.stream().filter(e -> !presentKeys.contains(e.key())).toList());
        });
    loaded = null;
  }

  /** Takes all out; the entities themselves stay. */
  public void clear() {
    requireSaved();
    if (relation().isManyToMany()) {
      Db.atomicOn(
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
