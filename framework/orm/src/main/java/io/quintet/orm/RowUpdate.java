package io.quintet.orm;

import io.quintet.orm.internal.db.Database;
import io.quintet.orm.internal.db.Runner;
import io.quintet.orm.internal.sql.Param;
import io.quintet.orm.internal.sql.Statement;
import io.quintet.orm.meta.FieldMeta;
import io.quintet.orm.meta.ModelMeta;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Writes what changed in an entity to its row, in each table that holds a part of it.
 *
 * @param only the fields to write whether they changed or not; null for those that changed
 */
record RowUpdate<M extends Entity>(ModelMeta<M> meta, M entity, @Nullable Set<FieldMeta> only) {
  void run(Database database) {
    List<Changed> changes = new ArrayList<>(1);
    for (ModelMeta<?> table : meta.lineage()) {
      Changed changed = changed(table);
      if (!changed.fields().isEmpty()) {
        changes.add(changed);
      }
    }
    if (changes.isEmpty()) {
      return;
    }
    RowVersion version = RowVersion.of(meta, entity);
    if (version != null && changes.stream().noneMatch(c -> c.table() == version.table())) {
      changes.addFirst(Changed.in(version.table()));
    }
    for (Changed changed : changes) {
      boolean versioned = version != null && changed.table() == version.table();
      update(changed, versioned ? version : null, database);
    }
    if (version != null) {
      version.field().set(entity, version.next());
    }
  }

  private Changed changed(ModelMeta<?> table) {
    Object before = entity.state().snapshot;
    Changed changed = Changed.in(table);
    for (FieldMeta field : table.ownFields()) {
      if (!field.primaryKey() && isWritten(field, before)) {
        changed.fields().add(field);
        changed.values().add(FieldParam.of(field, entity));
      }
    }
    return changed;
  }

  private boolean isWritten(FieldMeta field, @Nullable Object before) {
    if (only != null) {
      return only.contains(field);
    }
    return before == null
        || entity.state().isComputed(field.index())
        || meta.changedSince(before, entity, field.index());
  }

  private void update(Changed changed, @Nullable RowVersion version, Database database) {
    FieldMeta key = changed.table().primaryKey();
    List<FieldMeta> where = new ArrayList<>(List.of(key));
    List<Param> wanted = new ArrayList<>(List.of(FieldParam.of(key, entity)));
    if (version != null) {
      version.check(where, wanted);
      version.raise(changed.fields(), changed.values());
    }
    Statement statement =
        RowQuery.compiler(database)
            .updateRow(changed.table(), changed.fields(), changed.values(), where, wanted);
    if (Runner.update(database, statement) == 0) {
      throw lost(version, database);
    }
  }

  /** Why no row was changed: it is gone, or at another version. */
  private DbException lost(@Nullable RowVersion version, Database database) {
    Object key = Objects.requireNonNull(entity.key());
    if (version != null && existsStill(key, database)) {
      return StaleEntityException.of(meta, key, version.expected());
    }
    return new DoesNotExist(
        "The row of this %s is gone: it was deleted after it was read. To insert it again, save a new entity."
            .formatted(meta.label()));
  }

  private boolean existsStill(Object key, Database database) {
    return QuerySet.of(meta.type()).using(database.alias()).withDeleted().findById(key).isPresent();
  }

  /** Columns of one table with their new values. */
  private record Changed(ModelMeta<?> table, List<FieldMeta> fields, List<Param> values) {
    static Changed in(ModelMeta<?> table) {
      return new Changed(table, new ArrayList<>(), new ArrayList<>());
    }
  }
}
