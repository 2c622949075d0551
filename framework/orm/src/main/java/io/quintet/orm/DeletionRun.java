package io.quintet.orm;

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
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Removes or marks the rows that a deletion has found. */
final class DeletionRun {
  private final DeletionCollector found;
  private final String alias;
  private final Map<String, Long> deleted = new LinkedHashMap<>();

  DeletionRun(DeletionCollector found) {
    this.found = found;
    this.alias = found.alias();
  }

  /** How many rows went, by the label of their model. */
  Map<String, Long> deleted() {
    return Collections.unmodifiableMap(deleted);
  }

  void run() {
    Set<Entity> all = Collections.newSetFromMap(new IdentityHashMap<>());
    List<Entity> inOrder =
        found.rows().values().stream().flatMap(m -> m.values().stream()).filter(all::add).toList();
    inOrder.forEach(
        e -> ModelSignals.PRE_DELETE.sendIfHeard(() -> new ModelSignals.Deleting(e, alias)));
    found.rows().forEach((model, entities) -> note(model.label(), entities.size()));
    if (found.marks()) {
      mark();
    } else {
      remove();
    }
    inOrder.forEach(
        e -> ModelSignals.POST_DELETE.sendIfHeard(() -> new ModelSignals.Deleted(e, alias)));
    if (!found.marks()) {
      inOrder.forEach(DeletionRun::forget);
    }
  }

  private void note(String label, long count) {
    if (count > 0) {
      deleted.merge(label, count, Long::sum);
    }
  }

  private QuerySet<?> rowsOf(ModelMeta<?> model) {
    return QuerySet.of(model.type()).using(alias);
  }

  private void mark() {
    Instant now = SoftDeletion.now();
    found
        .rows()
        .forEach((model, entities) -> {
          FieldMeta field = model.softDelete().orElseThrow();
          for (List<Object> chunk : RelationFetch.chunks(new ArrayList<>(entities.keySet()))) {
            rowsOf(model).filter("pk__in", chunk).update(Map.of(field.name(), now));
          }
          entities.values().forEach(Entity::refresh);
        });
  }

  private void remove() {
    found.unread().forEach(this::runUnread);
    found.changes().forEach(this::change);
    if (!Db.database(alias).dialect().features().deferredKeys()) {
      found.rows().keySet().forEach(this::loosen);
    }
    for (ModelMeta<?> model : inOrder()) {
      List<Object> keys = new ArrayList<>(Objects.requireNonNull(found.rows().get(model)).keySet());
      for (PairTable pairs : PairTable.of(model)) {
        note(pairs.label(), deleteIn(pairs.table(), pairs.columns(), model, keys));
      }
      deleteIn(model.table(), List.of(model.primaryKey().column()), model, keys);
    }
  }

  private void runUnread(DeletionCollector.Unread rows) {
    RelationMeta relation = rows.relation();
    QuerySet<?> those =
        rowsOf(relation.model()).withDeleted().filter(relation.name() + "__in", rows.keys());
    switch (relation.onDelete()) {
      case SET_NULL -> those.update(Collections.singletonMap(relation.name(), null));
      case SET_DEFAULT ->
          those.update(Collections.singletonMap(relation.name(), relation.field().defaultValue()));
      default -> those.deleteCounting().forEach(this::note);
    }
  }

  private void change(DeletionCollector.Change change) {
    List<Object> keys =
        change.rows().stream()
            .filter(e -> !found.goes(e))
            .map(e -> Objects.requireNonNull(e.key()))
            .toList();
    for (List<Object> chunk : RelationFetch.chunks(keys)) {
      rowsOf(change.field().model())
          .withDeleted()
          .filter("pk__in", chunk)
          .update(Collections.singletonMap(change.field().name(), change.value()));
    }
  }

  /** Rows that point to rows of their own table let go first, where keys are checked at once. */
  private void loosen(ModelMeta<?> model) {
    for (RelationMeta relation : model.ownRelations()) {
      boolean own =
          !relation.isManyToMany() && relation.target() == model && relation.field().nullable();
      if (own) {
        List<Object> keys = List.copyOf(Objects.requireNonNull(found.rows().get(model)).keySet());
        for (List<Object> chunk : RelationFetch.chunks(keys)) {
          rowsOf(model)
              .filter("pk__in", chunk)
              .update(Collections.singletonMap(relation.name(), null));
        }
      }
    }
  }

  private static void forget(Entity entity) {
    entity.state().forgetRow();
    FieldMeta key = Models.of(entity).root().primaryKey();
    if (key.type() instanceof FieldType.Identity) {
      key.set(entity, 0L);
    }
  }

  private long deleteIn(String table, List<String> columns, ModelMeta<?> model, List<Object> keys) {
    Database database = Db.database(alias);
    Operations operations = database.dialect().operations();
    FieldType type = model.primaryKey().columnType();
    long count = 0;
    for (List<Object> chunk : RelationFetch.chunks(keys)) {
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
      count += Runner.update(database, new Statement(sql, params));
    }
    return count;
  }

  /** Models that point to others before those; in a circle the last found first. */
  private List<ModelMeta<?>> inOrder() {
    List<ModelMeta<?>> left = new ArrayList<>(found.rows().keySet());
    List<ModelMeta<?>> ordered = new ArrayList<>();
    while (!left.isEmpty()) {
      ModelMeta<?> next = left.getLast();
      for (ModelMeta<?> candidate : left) {
        boolean pointedTo =
            left.stream()
                .anyMatch(o ->
                    o != candidate
                        && Deletion.pointingTo(candidate).stream().anyMatch(r -> r.model() == o));
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
