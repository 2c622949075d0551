package io.quintet.orm;

import io.quintet.orm.internal.db.Database;
import io.quintet.orm.meta.FieldMeta;
import io.quintet.orm.meta.ModelMeta;
import io.quintet.orm.meta.RelationMeta;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes one entity to its row. */
final class Saver<M extends Entity> {
  private final ModelMeta<M> meta;
  private final M entity;
  private final String alias;
  private @Nullable Set<FieldMeta> only;
  private boolean overwrites = true;

  Saver(ModelMeta<M> meta, M entity, String alias) {
    this.meta = meta;
    this.entity = entity;
    this.alias = alias;
  }

  void save() {
    save(isNew());
  }

  /** Writes only some fields, whether they changed or not. */
  void saveOnly(Set<FieldMeta> fields) {
    only = fields;
    if (!fields.isEmpty()) {
      save(false);
    }
  }

  /** Writes it as a new row, never into one that exists. */
  void insertOnly() {
    overwrites = false;
    save(true);
  }

  void save(boolean insert) {
    Database database = Db.database(alias);
    fill(meta, entity, insert);
    checkRelations();
    ModelSignals.PRE_SAVE.sendIfHeard(() -> new ModelSignals.Saving(entity, insert, alias));
    if (meta.parent().isEmpty()) {
      write(insert, database);
    } else {
      Db.wholeOn(alias, () -> write(insert, database));
    }
    EntityState state = entity.state();
    state.snapshot = meta.snapshot(entity);
    state.alias = alias;
    state.inserted = insert;
    state.computedWereWritten();
    ModelSignals.POST_SAVE.sendIfHeard(() -> new ModelSignals.Saved(entity, insert, alias));
  }

  /** Sets what the program need not: times, and in a new row the first version and its key. */
  static <M extends Entity> void fill(ModelMeta<M> meta, M entity, boolean insert) {
    AutoTimes.fill(meta, entity, insert);
    if (insert) {
      RowVersion.begin(meta, entity);
      Uuids.fillKey(meta, entity);
    }
  }

  private boolean isNew() {
    EntityState state = entity.state();
    Object snapshot = state.snapshot;
    return snapshot == null
        || !state.alias.equals(alias)
        || meta.changedSince(snapshot, entity, meta.primaryKey().index());
  }

  private void checkRelations() {
    for (RelationMeta relation : meta.relations()) {
      if (!relation.isManyToMany()) {
        Entity target = meta.one(entity, relation.name()).loaded();
        if (target != null && !target.isSaved()) {
          throw new QueryException(
              "%s points to a %s that is not saved. Save that first."
                  .formatted(relation, relation.target().label()));
        }
      }
    }
  }

  private void write(boolean insert, Database database) {
    if (insert) {
      new RowInsert(meta, entity, overwrites).run(database);
    } else {
      new RowUpdate<>(meta, entity, only).run(database);
    }
  }
}
