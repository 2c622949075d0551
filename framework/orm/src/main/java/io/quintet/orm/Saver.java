package io.quintet.orm;

import io.quintet.core.SiteContext;
import io.quintet.orm.internal.db.Database;
import io.quintet.orm.internal.db.Runner;
import io.quintet.orm.internal.sql.Computed;
import io.quintet.orm.internal.sql.Param;
import io.quintet.orm.internal.sql.Statement;
import io.quintet.orm.meta.FieldMeta;
import io.quintet.orm.meta.FieldType;
import io.quintet.orm.meta.ModelMeta;
import io.quintet.orm.meta.RelationMeta;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
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
    fillTimes(meta, entity, insert);
    checkRelations();
    ModelSignals.PRE_SAVE.sendIfHeard(() -> new ModelSignals.Saving(entity, insert, alias));
    if (meta.parent().isEmpty()) {
      write(insert, database);
    } else {
      Db.atomicOn(alias, () -> write(insert, database));
    }
    EntityState state = entity.state();
    state.snapshot = meta.snapshot(entity);
    state.alias = alias;
    state.inserted = insert;
    state.computedWereWritten();
    ModelSignals.POST_SAVE.sendIfHeard(() -> new ModelSignals.Saved(entity, insert, alias));
  }

  private boolean isNew() {
    EntityState state = entity.state();
    Object snapshot = state.snapshot;
    return snapshot == null
        || !state.alias.equals(alias)
        || meta.changedSince(snapshot, entity, meta.primaryKey().index());
  }

  static <M extends Entity> void fillTimes(ModelMeta<M> meta, M entity, boolean insert) {
    for (FieldMeta field : meta.fields()) {
      boolean created =
          field.autoNow() == FieldMeta.AutoNow.CREATED && insert && isUntouched(field, entity);
      if (created || field.autoNow() == FieldMeta.AutoNow.UPDATED) {
        field.set(entity, now(field.type()));
      }
    }
    if (insert) {
      RowVersion.begin(meta, entity);
      Uuids.fillKey(meta, entity);
    }
  }

  /** Whether it has no value, or the one that stands in the class for want of another. */
  private static boolean isUntouched(FieldMeta field, Entity entity) {
    Object value = field.get(entity);
    return value == null || value.equals(field.defaultValue());
  }

  private static Object now(FieldType type) {
    Instant now = SiteContext.current().clock().instant().truncatedTo(ChronoUnit.MICROS);
    return switch (type) {
      case FieldType.Date t -> LocalDate.ofInstant(now, ZoneOffset.UTC);
      case FieldType.DateTime t -> LocalDateTime.ofInstant(now, ZoneOffset.UTC);
      case FieldType.Time t -> LocalTime.ofInstant(now, ZoneOffset.UTC);
      default -> now;
    };
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
      insert(database);
    } else {
      update(database);
    }
  }

  private void insert(Database database) {
    FieldMeta key = meta.root().primaryKey();
    boolean overwrites = false;
    for (ModelMeta<?> table : meta.lineage()) {
      Insertion insertion = Insertion.of(table, entity);
      overwrites |= insertion.given().contains(key) && overwrites(key);
      insert(table, insertion, overwrites, database);
    }
  }

  private void insert(
      ModelMeta<?> table, Insertion insertion, boolean overwriting, Database database) {
    List<Param> row = new ArrayList<>();
    for (FieldMeta field : insertion.given()) {
      row.add(value(field, entity));
    }
    Statement statement =
        Rows.compiler(database)
            .insert(table, insertion.given(), List.of(row), insertion.filledIn());
    if (overwriting) {
      statement = upsert(table, statement, insertion.given(), database);
    }
    if (insertion.filledIn().isEmpty()) {
      Runner.update(database, statement);
    } else {
      insertion.fill(entity, Runner.returning(database, statement, insertion::read).getFirst());
    }
  }

  /** A number that the program gave in place of the database may be that of a row. */
  private boolean overwrites(FieldMeta key) {
    return overwrites && key.type() instanceof FieldType.Identity;
  }

  private static Statement upsert(
      ModelMeta<?> table, Statement insert, List<FieldMeta> fields, Database database) {
    List<FieldMeta> others = fields.stream().filter(f -> !f.primaryKey()).toList();
    return Conflicts.update(insert, others, List.of(table.primaryKey()), database);
  }

  /** The value to write; a text that may be empty is never null unless its column may be. */
  static Param value(FieldMeta field, Entity entity) {
    if (entity.state().isComputed(field.index())) {
      return new Param(
          new Computed(Objects.requireNonNull(entity.state().computed().get(field.index()))),
          field.columnType());
    }
    Object value = raw(field.model(), field, entity);
    if (value == null && field.type().isText() && !field.nullable() && field.blank()) {
      value = "";
    }
    return new Param(field.stored(value), field.columnType());
  }

  /** The value in memory, also of a field that its query left out. */
  @SuppressWarnings("unchecked") // an entity is of the model that its class names
  private static @Nullable Object raw(ModelMeta<?> model, FieldMeta field, Entity entity) {
    return ((ModelMeta<Entity>) model).get(entity, field.index());
  }

  private boolean isWritten(FieldMeta field, @Nullable Object before) {
    if (only != null) {
      return only.contains(field);
    }
    return before == null
        || entity.state().isComputed(field.index())
        || meta.changedSince(before, entity, field.index());
  }

  /** Columns of one table with their new values. */
  private record Changed(ModelMeta<?> table, List<FieldMeta> fields, List<Param> values) {
    static Changed in(ModelMeta<?> table) {
      return new Changed(table, new ArrayList<>(), new ArrayList<>());
    }
  }

  private void update(Database database) {
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
        changed.values().add(value(field, entity));
      }
    }
    return changed;
  }

  private void update(Changed changed, @Nullable RowVersion version, Database database) {
    FieldMeta key = changed.table().primaryKey();
    List<FieldMeta> where = new ArrayList<>(List.of(key));
    List<Param> wanted = new ArrayList<>(List.of(value(key, entity)));
    if (version != null) {
      version.check(where, wanted);
      version.raise(changed.fields(), changed.values());
    }
    Statement statement =
        QuerySet.compiler(database)
            .updateRow(changed.table(), changed.fields(), changed.values(), where, wanted);
    if (Runner.update(database, statement) == 0) {
      throw lost(version);
    }
  }

  private boolean existsStill(Object key) {
    return QuerySet.of(meta.type()).using(alias).withDeleted().findById(key).isPresent();
  }

  /** Why no row was changed: it is gone, or at another version. */
  private DbException lost(@Nullable RowVersion version) {
    Object key = Objects.requireNonNull(entity.key());
    if (version != null && existsStill(key)) {
      return StaleEntityException.of(meta, key, version.expected());
    }
    return new DoesNotExist(
        "The row of this %s is gone: it was deleted after it was read. To insert it again, save a new entity."
            .formatted(meta.label()));
  }
}
