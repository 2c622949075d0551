package io.quintet.orm;

import io.quintet.orm.meta.FieldMeta;
import io.quintet.orm.meta.ModelMeta;
import io.quintet.orm.meta.Models;
import io.quintet.orm.meta.RelationMeta;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads fields that a query left out. */
final class DeferredFetch {
  private DeferredFetch() {}

  /** Reads one field of an entity, and of all rows of the same result that lack it. */
  @SuppressWarnings("unchecked") // an entity is of the model that its class names
  static void load(Entity entity, int index) {
    ModelMeta<Entity> model = (ModelMeta<Entity>) Models.of(entity);
    FieldMeta field = model.fields().get(index);
    Map<Object, List<Entity>> waiting = new HashMap<>();
    for (Entity peer : RelationFetch.sharing(entity, field.toString())) {
      if (peer.state().deferred.contains(index)) {
        waiting
            .computeIfAbsent(Objects.requireNonNull(peer.key()), k -> new ArrayList<>())
            .add(peer);
      }
    }
    List<Object> keys = new ArrayList<>(waiting.keySet());
    for (List<Object> chunk : RelationFetch.chunks(keys)) {
      QuerySet<Entity> found =
          QuerySet.of(model.type())
              .using(entity.state().alias)
              .withDeleted()
              .filter("pk__in", chunk)
              .unordered();
      if (field.encrypted()) {
        for (Entity row : found) {
          for (Entity peer : waiting.getOrDefault(row.key(), List.of())) {
            fill(model, peer, index, model.get(row, index));
          }
        }
        continue;
      }
      var rows = found.valuesList("pk", field.name());
      for (List<@Nullable Object> row : rows) {
        for (Entity peer : waiting.getOrDefault(row.getFirst(), List.of())) {
          fill(model, peer, index, row.get(1));
        }
      }
    }
    if (entity.state().deferred.contains(index)) {
      throw new DoesNotExist(
          "The row of this %s is gone, so its %s cannot be read."
              .formatted(model.label(), field.name()));
    }
  }

  /** Reads some fields again, whatever they hold. */
  @SuppressWarnings("unchecked") // an entity is of the model that its class names
  static void reload(Entity entity, String... names) {
    ModelMeta<Entity> model = (ModelMeta<Entity>) Models.of(entity);
    if (!entity.isSaved()) {
      throw new QueryException(
          "A %s that is not saved has no row to read.".formatted(model.label()));
    }
    List<String> columns = new ArrayList<>();
    for (String name : names) {
      var many = model.findRelation(name).filter(RelationMeta::isManyToMany);
      if (many.isPresent()) {
        model.many(entity, name).forget();
      } else {
        columns.add(FieldValues.field(model, name).name());
      }
    }
    if (columns.isEmpty()) {
      return;
    }
    List<@Nullable Object> row =
        QuerySet.of(model.type())
            .using(entity.state().alias)
            .withDeleted()
            .filter("pk", entity.key())
            .valuesList(columns.toArray(String[]::new))
            .get();
    for (int i = 0; i < columns.size(); i++) {
      FieldMeta field = model.field(columns.get(i));
      entity.state().forgetComputed(field.index());
      Object before = Objects.requireNonNull(entity.state().snapshot);
      model.set(entity, field.index(), model.valueIn(before, field.index()));
      fill(model, entity, field.index(), row.get(i));
    }
  }

  /** A value that was set in between stays, and so do changes of other fields. */
  private static void fill(
      ModelMeta<Entity> model, Entity entity, int index, @Nullable Object value) {
    EntityState state = entity.state();
    Object before = Objects.requireNonNull(state.snapshot);
    Map<Integer, @Nullable Object> changed = new HashMap<>();
    for (FieldMeta field : model.fields()) {
      if (model.changedSince(before, entity, field.index())) {
        changed.put(field.index(), model.get(entity, field.index()));
        model.set(entity, field.index(), model.valueIn(before, field.index()));
      }
    }
    model.set(entity, index, value);
    state.snapshot = model.snapshot(entity);
    state.deferred = without(state.deferred, index);
    changed.forEach((at, own) -> model.set(entity, at, own));
  }

  static Set<Integer> without(Set<Integer> deferred, int index) {
    Set<Integer> left = new HashSet<>(deferred);
    left.remove(index);
    return Set.copyOf(left);
  }
}
