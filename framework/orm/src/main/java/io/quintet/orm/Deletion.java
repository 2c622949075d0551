package io.quintet.orm;

import io.quintet.orm.annotation.OnDelete;
import io.quintet.orm.internal.db.Database;
import io.quintet.orm.internal.db.Runner;
import io.quintet.orm.internal.dialect.Operations;
import io.quintet.orm.internal.sql.Param;
import io.quintet.orm.internal.sql.Statement;
import io.quintet.orm.meta.FieldMeta;
import io.quintet.orm.meta.FieldType;
import io.quintet.orm.meta.ModelMeta;
import io.quintet.orm.meta.Models;
import io.quintet.orm.meta.RelationMeta;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * What deleting some entities would do: which rows go, which are in the way. Nothing is deleted
 * before {@link #execute}.
 *
 * <pre>{@code
 * Deletion deletion = author.deletion();
 * deletion.rows();          // author, posts, comments
 * deletion.protectedBy();   // rows that forbid it
 * deletion.execute();
 * }</pre>
 */
public final class Deletion {
  /** An entity that goes, and those that go because of it. */
  public record Branch(Entity entity, List<Branch> children) {}

  private record Change(FieldMeta field, @Nullable Object value, List<Entity> rows) {}

  /** Rows that point to some keys, which go or change without being read. */
  private record Unread(RelationMeta relation, List<Object> keys) {}

  private final String alias;
  private final boolean marks;
  private final List<Branch> roots = new ArrayList<>();
  private final Map<ModelMeta<?>, Map<Object, Entity>> rows = new LinkedHashMap<>();
  private final List<Change> changes = new ArrayList<>();
  private final Set<Entity> protectedBy = new LinkedHashSet<>();
  private final Map<Entity, RelationMeta> restrictedBy = new LinkedHashMap<>();
  private final List<String> reasons = new ArrayList<>();
  private final boolean reads;
  private final List<Unread> unread = new ArrayList<>();
  private final Map<String, Long> deleted = new LinkedHashMap<>();

  private Deletion(String alias, boolean marks, boolean reads) {
    this.alias = alias;
    this.marks = marks;
    this.reads = reads;
  }

  /** One that marks rows where their model says so, else removes them. */
  static Deletion of(List<? extends Entity> entities, String alias) {
    return of(entities, new Deletion(alias, isMarked(entities), true));
  }

  /** The same, but it reads only the rows that it has to know. */
  static Deletion direct(List<? extends Entity> entities, String alias) {
    return of(entities, new Deletion(alias, isMarked(entities), false));
  }

  /** One that removes rows. */
  static Deletion hard(List<? extends Entity> entities, String alias) {
    return of(entities, new Deletion(alias, false, false));
  }

  private static boolean isMarked(List<? extends Entity> entities) {
    return !entities.isEmpty() && Models.of(entities.getFirst()).softDelete().isPresent();
  }

  private static Deletion of(List<? extends Entity> entities, Deletion deletion) {
    List<Branch> added = deletion.add(entities);
    deletion.roots.addAll(added);
    deletion.follow(added);
    deletion.checkRestricted();
    return deletion;
  }

  /** The relations with a column that point to a model. */
  private static List<RelationMeta> pointingTo(ModelMeta<?> model) {
    List<RelationMeta> found = new ArrayList<>();
    for (ModelMeta<?> other : Models.all()) {
      for (RelationMeta relation : other.relations()) {
        if (!relation.isManyToMany() && relation.targetType() == model.concreteType()) {
          found.add(relation);
        }
      }
    }
    return found;
  }

  /**
   * Whether rows of a model can be deleted by one statement: nothing points to them and nobody
   * listens.
   */
  static boolean isPlain(ModelMeta<?> model) {
    return model.softDelete().isEmpty()
        && pointingTo(model).isEmpty()
        && PairTable.of(model).isEmpty()
        && !ModelSignals.PRE_DELETE.isHeard()
        && !ModelSignals.POST_DELETE.isHeard();
  }

  private List<Branch> add(List<? extends Entity> entities) {
    List<Branch> added = new ArrayList<>();
    for (Entity entity : entities) {
      Map<Object, Entity> known =
          rows.computeIfAbsent(Models.of(entity), m -> new LinkedHashMap<>());
      if (known.putIfAbsent(Objects.requireNonNull(entity.key()), entity) == null) {
        added.add(new Branch(entity, new ArrayList<>()));
      }
    }
    return added;
  }

  private void follow(List<Branch> branches) {
    if (branches.isEmpty()) {
      return;
    }
    Map<Object, Branch> byKey = new LinkedHashMap<>();
    branches.forEach(b -> byKey.put(Objects.requireNonNull(b.entity().key()), b));
    ModelMeta<?> model = Models.of(branches.getFirst().entity());
    for (RelationMeta relation : pointingTo(model)) {
      List<Object> keys = new ArrayList<>(byKey.keySet());
      for (int from = 0; from < keys.size(); from += RelationFetch.CHUNK) {
        List<Object> chunk = keys.subList(from, Math.min(keys.size(), from + RelationFetch.CHUNK));
        followRelation(relation, chunk, byKey);
      }
    }
  }

  private void followRelation(RelationMeta relation, List<Object> keys, Map<Object, Branch> byKey) {
    boolean elsewhere = !Routing.related(relation.model(), relation.target(), alias).equals(alias);
    if (elsewhere || !concerns(relation)) {
      return;
    }
    if (!reads && needsNoReading(relation)) {
      unread.add(new Unread(relation, List.copyOf(keys)));
      return;
    }
    QuerySet<? extends Entity> all = QuerySet.of(relation.model().type()).using(alias);
    List<? extends Entity> found =
        (marks ? all : all.withDeleted()).filter(relation.name() + "__in", keys).unordered().list();
    if (found.isEmpty()) {
      return;
    }
    switch (relation.onDelete()) {
      case CASCADE -> {
        List<Branch> added = add(found);
        for (Branch branch : added) {
          Object owner = RelationFetch.oneOf(branch.entity(), relation).key();
          Branch parent = byKey.get(owner);
          if (parent != null) {
            parent.children().add(branch);
          }
        }
        follow(added);
      }
      case PROTECT -> {
        protectedBy.addAll(found);
        reasons.add(relation.toString());
      }
      case RESTRICT -> found.forEach(e -> restrictedBy.put(e, relation));
      case SET_NULL -> changes.add(new Change(relation.field(), null, List.copyOf(found)));
      case SET_DEFAULT ->
          changes.add(
              new Change(relation.field(), relation.field().defaultValue(), List.copyOf(found)));
      case DO_NOTHING -> {}
    }
  }

  /** Rows that change, or go with nothing behind them and in nobody's way. */
  private static boolean needsNoReading(RelationMeta relation) {
    return switch (relation.onDelete()) {
      case SET_NULL, SET_DEFAULT -> true;
      case CASCADE ->
          isPlain(relation.model())
              && relation.model().relations().stream()
                  .noneMatch(r -> !r.isManyToMany() && r.onDelete() == OnDelete.RESTRICT);
      case PROTECT, RESTRICT, DO_NOTHING -> false;
    };
  }

  /**
   * Whether rows that point to one that goes are touched. One that is only marked is still there to
   * point to; with it go those that can be marked too.
   */
  private boolean concerns(RelationMeta relation) {
    return switch (relation.onDelete()) {
      case DO_NOTHING -> false;
      case CASCADE -> !marks || relation.model().softDelete().isPresent();
      case SET_NULL, SET_DEFAULT -> !marks;
      case PROTECT, RESTRICT -> true;
    };
  }

  private void checkRestricted() {
    restrictedBy.forEach((entity, relation) -> {
      if (!goes(entity)) {
        protectedBy.add(entity);
        reasons.add(relation.toString());
      }
    });
  }

  private boolean goes(Entity entity) {
    return rows.getOrDefault(Models.of(entity), Map.of()).containsKey(entity.key());
  }

  /** The entities that were asked to be deleted, each with those that go because of it. */
  public List<Branch> tree() {
    return List.copyOf(roots);
  }

  /** All rows that go, by model. */
  public Map<ModelMeta<?>, List<Entity>> rows() {
    Map<ModelMeta<?>, List<Entity>> found = new LinkedHashMap<>();
    rows.forEach((model, entities) -> found.put(model, List.copyOf(entities.values())));
    return found;
  }

  /** How many rows go, by the label of their model. */
  public Map<String, Long> counts() {
    Map<String, Long> found = new LinkedHashMap<>();
    rows.forEach((model, entities) -> found.put(model.label(), (long) entities.size()));
    return found;
  }

  /** The rows that forbid the deletion; empty when it is allowed. */
  public List<Entity> protectedBy() {
    return List.copyOf(protectedBy);
  }

  /** Whether nothing forbids it. */
  public boolean isAllowed() {
    return protectedBy.isEmpty();
  }

  /**
   * Deletes, in one transaction.
   *
   * @return how many rows went, by the label of their model; pairs of many-to-many relations too
   * @throws ProtectedException when rows forbid it
   */
  public Map<String, Long> execute() {
    if (!isAllowed()) {
      throw new ProtectedException(
          "Cannot delete: %d row(s) still point there by %s. Delete or change them first."
              .formatted(protectedBy.size(), String.join(", ", new LinkedHashSet<>(reasons))),
          protectedBy());
    }
    Db.atomicOn(alias, this::run);
    return java.util.Collections.unmodifiableMap(deleted);
  }

  private void note(String label, long count) {
    if (count > 0) {
      deleted.merge(label, count, Long::sum);
    }
  }

  private void runUnread(Unread rows) {
    RelationMeta relation = rows.relation();
    QuerySet<?> found =
        QuerySet.of(relation.model().type())
            .using(alias)
            .withDeleted()
            .filter(relation.name() + "__in", rows.keys());
    switch (relation.onDelete()) {
      case SET_NULL -> found.update(java.util.Collections.singletonMap(relation.name(), null));
      case SET_DEFAULT ->
          found.update(
              java.util.Collections.singletonMap(relation.name(), relation.field().defaultValue()));
      default -> found.deleteCounting().forEach(this::note);
    }
  }

  private void run() {
    List<Entity> all = rows.values().stream().flatMap(m -> m.values().stream()).toList();
    all.forEach(
        e -> ModelSignals.PRE_DELETE.sendIfHeard(() -> new ModelSignals.Deleting(e, alias)));
    rows.forEach((model, entities) -> note(model.label(), entities.size()));
    if (marks) {
      mark();
    } else {
      remove();
    }
    all.forEach(
        e -> ModelSignals.POST_DELETE.sendIfHeard(() -> new ModelSignals.Deleted(e, alias)));
    if (!marks) {
      all.forEach(Deletion::forget);
    }
  }

  private void mark() {
    Instant now = SoftDeletion.now();
    rows.forEach((model, entities) -> {
      FieldMeta field = model.softDelete().orElseThrow();
      chunks(
          new ArrayList<>(entities.keySet()),
          chunk ->
              QuerySet.of(model.type())
                  .using(alias)
                  .filter("pk__in", chunk)
                  .update(Map.of(field.name(), now)));
      entities.values().forEach(Entity::refresh);
    });
  }

  private void remove() {
    unread.forEach(this::runUnread);
    for (Change change : changes) {
      List<Object> keys =
          change.rows().stream()
              .filter(e -> !goes(e))
              .map(e -> Objects.requireNonNull(e.key()))
              .toList();
      chunks(
          keys,
          chunk ->
              QuerySet.of(change.field().model().type())
                  .using(alias)
                  .withDeleted()
                  .filter("pk__in", chunk)
                  .update(
                      java.util.Collections.singletonMap(change.field().name(), change.value())));
    }
    if (!Db.database(alias).dialect().features().deferredKeys()) {
      rows.keySet().forEach(this::loosen);
    }
    for (ModelMeta<?> model : inOrder()) {
      List<Object> keys = new ArrayList<>(Objects.requireNonNull(rows.get(model)).keySet());
      for (PairTable pairs : PairTable.of(model)) {
        note(pairs.label(), deleteIn(pairs.table(), pairs.columns(), model, keys));
      }
      deleteIn(model.table(), List.of(model.primaryKey().column()), model, keys);
    }
  }

  /** Rows that point to rows of their own table let go first, where keys are checked at once. */
  private void loosen(ModelMeta<?> model) {
    for (RelationMeta relation : model.relations()) {
      boolean own =
          !relation.isManyToMany() && relation.target() == model && relation.field().nullable();
      if (own) {
        List<Object> keys = List.copyOf(Objects.requireNonNull(rows.get(model)).keySet());
        chunks(
            keys,
            chunk ->
                QuerySet.of(model.type())
                    .using(alias)
                    .filter("pk__in", chunk)
                    .update(java.util.Collections.singletonMap(relation.name(), null)));
      }
    }
  }

  private static void forget(Entity entity) {
    entity.state().forgetRow();
    FieldMeta key = Models.of(entity).primaryKey();
    if (key.type() instanceof FieldType.Identity) {
      key.set(entity, 0L);
    }
  }

  private long deleteIn(String table, List<String> columns, ModelMeta<?> model, List<Object> keys) {
    Database database = Db.database(alias);
    Operations operations = database.dialect().operations();
    FieldType type = model.primaryKey().columnType();
    AtomicLong count = new AtomicLong();
    chunks(
        keys,
        chunk -> {
          String marks = String.join(", ", chunk.stream().map(k -> "?").toList());
          List<String> conditions = new ArrayList<>();
          List<Param> params = new ArrayList<>();
          for (String column : columns) {
            conditions.add("%s IN (%s)".formatted(operations.quote(column), marks));
            chunk.forEach(k -> params.add(new Param(k, type)));
          }
          String sql =
              "DELETE FROM %s WHERE %s"
                  .formatted(operations.quote(table), String.join(" OR ", conditions));
          count.addAndGet(Runner.update(database, new Statement(sql, params)));
        });
    return count.get();
  }

  private static void chunks(List<Object> keys, java.util.function.Consumer<List<Object>> work) {
    for (int from = 0; from < keys.size(); from += RelationFetch.CHUNK) {
      work.accept(keys.subList(from, Math.min(keys.size(), from + RelationFetch.CHUNK)));
    }
  }

  /** Models that point to others before those; in a circle the last found first. */
  private List<ModelMeta<?>> inOrder() {
    List<ModelMeta<?>> left = new ArrayList<>(rows.keySet());
    List<ModelMeta<?>> ordered = new ArrayList<>();
    while (!left.isEmpty()) {
      ModelMeta<?> next = left.getLast();
      for (ModelMeta<?> candidate : left) {
        boolean pointedTo =
            left.stream()
                .anyMatch(o ->
                    o != candidate && pointingTo(candidate).stream().anyMatch(r -> r.model() == o));
        if (!pointedTo) {
          next = candidate;
          break;
        }
      }
      left.remove(next);
      ordered.add(next);
    }
    return ordered;
  }
}
