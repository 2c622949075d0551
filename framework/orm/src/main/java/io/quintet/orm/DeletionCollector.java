package io.quintet.orm;

import io.quintet.orm.annotation.OnDelete;
import io.quintet.orm.meta.FieldMeta;
import io.quintet.orm.meta.ModelMeta;
import io.quintet.orm.meta.Models;
import io.quintet.orm.meta.RelationMeta;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Follows relations from rows that go to those that go, change or are in the way because of it. */
final class DeletionCollector {
  /** Rows whose foreign key gets another value. */
  record Change(FieldMeta field, @Nullable Object value, List<Entity> rows) {}

  /** Rows that point to some keys, which go or change without being read. */
  record Unread(RelationMeta relation, List<Object> keys) {}

  private final String alias;
  private final boolean marks;
  private final boolean reads;
  private final List<Deletion.Branch> roots = new ArrayList<>();
  private final Map<ModelMeta<?>, Map<Object, Entity>> rows = new LinkedHashMap<>();
  private final List<Change> changes = new ArrayList<>();
  private final List<Unread> unread = new ArrayList<>();
  private final Set<Entity> protectedBy = new LinkedHashSet<>();
  private final Map<Entity, RelationMeta> restrictedBy = new LinkedHashMap<>();
  private final List<String> reasons = new ArrayList<>();
  private final Map<ModelMeta<?>, Set<Object>> followed = new HashMap<>();

  /**
   * One for rows of a database.
   *
   * @param marks whether rows are marked as deleted and not removed
   * @param reads whether rows are read that need not be known
   */
  DeletionCollector(String alias, boolean marks, boolean reads) {
    this.alias = alias;
    this.marks = marks;
    this.reads = reads;
  }

  DeletionCollector collect(List<? extends Entity> entities) {
    List<Deletion.Branch> added = add(entities);
    roots.addAll(added);
    follow(added);
    checkRestricted();
    return this;
  }

  String alias() {
    return alias;
  }

  boolean marks() {
    return marks;
  }

  List<Deletion.Branch> roots() {
    return roots;
  }

  /** The rows that go, by model and key. */
  Map<ModelMeta<?>, Map<Object, Entity>> rows() {
    return rows;
  }

  List<Change> changes() {
    return changes;
  }

  List<Unread> unread() {
    return unread;
  }

  Set<Entity> protectedBy() {
    return protectedBy;
  }

  /** By which relations rows are in the way. */
  List<String> reasons() {
    return reasons;
  }

  boolean goes(Entity entity) {
    return rows.getOrDefault(Models.of(entity), Map.of()).containsKey(entity.key());
  }

  private List<Deletion.Branch> add(List<? extends Entity> entities) {
    List<Deletion.Branch> added = new ArrayList<>();
    for (Entity entity : entities) {
      ModelMeta<?> model = Models.of(entity);
      Object key = Objects.requireNonNull(entity.key());
      if (rowsOf(model).putIfAbsent(key, entity) == null) {
        added.add(new Deletion.Branch(entity, new ArrayList<>()));
        for (ModelMeta<?> above : above(model)) {
          rowsOf(above).putIfAbsent(key, entity);
        }
      }
    }
    return added;
  }

  private Map<Object, Entity> rowsOf(ModelMeta<?> model) {
    return rows.computeIfAbsent(model, m -> new LinkedHashMap<>());
  }

  /** The models above one whose rows go with its rows; a row that is only marked stays whole. */
  private List<ModelMeta<?>> above(ModelMeta<?> model) {
    List<ModelMeta<?>> lineage = model.lineage();
    return marks ? List.of() : lineage.subList(0, lineage.size() - 1);
  }

  private void follow(List<Deletion.Branch> branches) {
    if (branches.isEmpty()) {
      return;
    }
    Map<Object, Deletion.Branch> byKey = new LinkedHashMap<>();
    branches.forEach(b -> byKey.put(Objects.requireNonNull(b.entity().key()), b));
    ModelMeta<?> model = Models.of(branches.getFirst().entity());
    List<ModelMeta<?>> lineage = model.lineage();
    for (ModelMeta<?> part : lineage) {
      Set<Object> done = followed.computeIfAbsent(part, m -> new HashSet<>());
      List<Object> keys = byKey.keySet().stream().filter(done::add).toList();
      for (RelationMeta relation : Deletion.pointingTo(part)) {
        if (!relation.isParentLink() || !lineage.contains(relation.model())) {
          RelationFetch.chunks(keys).forEach(chunk -> followRelation(relation, chunk, byKey));
        }
      }
    }
  }

  private void followRelation(
      RelationMeta relation, List<Object> keys, Map<Object, Deletion.Branch> byKey) {
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
        List<Deletion.Branch> added = add(found);
        for (Deletion.Branch branch : added) {
          Object owner = RelationFetch.oneOf(branch.entity(), relation).key();
          Deletion.Branch parent = byKey.get(owner);
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
          Deletion.isPlain(relation.model())
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
}
