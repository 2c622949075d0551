package io.quintet.orm;

import io.quintet.orm.meta.FieldMeta;
import io.quintet.orm.meta.RelationMeta;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Makes rows, or finds and changes those that are there. */
final class Upsert {
  private Upsert() {}

  /** A new entity of the queryset: of a relation, it belongs to its owner. */
  static <M extends Entity> M create(QuerySet<M> rows, Consumer<M> fill) {
    M entity = rows.model().create();
    var owned = rows.query().owned();
    boolean key = owned != null && !owned.relation().isManyToMany();
    if (owned != null && key) {
      owned.relation().field().set(entity, owned.keys().getFirst());
    }
    fill.accept(entity);
    entity.saveTo(rows.alias());
    if (owned != null && !key) {
      new Pairs(owned.relation(), owned.reverse(), owned.keys().getFirst(), rows.alias())
          .insert(List.of(Objects.requireNonNull(entity.key())), Map.of());
    }
    return entity;
  }

  static <M extends Entity> Created<M> getOrCreate(
      QuerySet<M> rows, Map<String, ?> lookups, Consumer<M> defaults) {
    Optional<M> found = rows.filter(lookups).find();
    if (found.isPresent()) {
      return new Created<>(found.get(), false);
    }
    try {
      M made =
          Db.atomicOn(
              rows.alias(),
              () ->
                  create(
                      rows,
                      entity -> {
                        FieldValues.set(entity, ofNew(lookups));
                        defaults.accept(entity);
                      }));
      return new Created<>(made, true);
    } catch (IntegrityException e) {
      return rows.filter(lookups).find().map(m -> new Created<>(m, false)).orElseThrow(() -> e);
    }
  }

  /** What a new row gets of the look-ups: those that compare a field with a value. */
  private static Map<String, @Nullable Object> ofNew(Map<String, ?> lookups) {
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    lookups.forEach((name, value) -> {
      if (!name.contains("__")) {
        values.put(name, value);
      }
    });
    return values;
  }

  static <M extends Entity> Created<M> updateOrCreate(
      QuerySet<M> rows, Map<String, ?> lookups, Map<String, ?> changes, Map<String, ?> defaults) {
    return Db.atomicOn(
        rows.alias(),
        () -> {
          Created<M> found =
              getOrCreate(rows.selectForUpdate(), lookups, e -> FieldValues.set(e, defaults));
          if (!found.created()) {
            FieldValues.set(found.entity(), changes);
            found.entity().saveOnly(written(rows, changes.keySet()));
          }
          return found;
        });
  }

  /** The fields of changes, and those that every save fills. */
  private static String[] written(QuerySet<?> rows, Set<String> names) {
    Set<String> all = new LinkedHashSet<>(names);
    for (FieldMeta field : rows.model().fields()) {
      if (!all.isEmpty() && field.autoNow() == FieldMeta.AutoNow.UPDATED) {
        all.add(field.name());
      }
    }
    List<String> columns = new ArrayList<>(all);
    columns.removeIf(
        n -> rows.model().findRelation(n).filter(RelationMeta::isManyToMany).isPresent());
    return columns.toArray(String[]::new);
  }
}
