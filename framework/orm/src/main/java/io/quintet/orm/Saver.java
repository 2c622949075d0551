package io.quintet.orm;

import io.quintet.core.SiteContext;
import io.quintet.orm.internal.db.Database;
import io.quintet.orm.internal.db.Runner;
import io.quintet.orm.internal.db.Values;
import io.quintet.orm.internal.sql.Compiler;
import io.quintet.orm.internal.sql.Param;
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
import org.jspecify.annotations.Nullable;

/** Writes one entity to its row. */
final class Saver<M extends Entity> {
  private final ModelMeta<M> meta;
  private final M entity;
  private final String alias;

  Saver(ModelMeta<M> meta, M entity, String alias) {
    this.meta = meta;
    this.entity = entity;
    this.alias = alias;
  }

  void save() {
    Database database = Db.database(alias);
    boolean insert = isNew();
    fillTimes(meta, entity, insert);
    checkRelations();
    ModelSignals.PRE_SAVE.sendIfHeard(() -> new ModelSignals.Saving(entity, insert, alias));
    if (insert) {
      insert(database);
    } else {
      update(database);
    }
    EntityState state = entity.state();
    state.snapshot = EntityLoader.snapshot(meta, entity);
    state.alias = alias;
    ModelSignals.POST_SAVE.sendIfHeard(() -> new ModelSignals.Saved(entity, insert, alias));
  }

  private boolean isNew() {
    EntityState state = entity.state();
    if (!state.isSaved() || !state.alias.equals(alias)) {
      return true;
    }
    Object known = state.snapshot[meta.primaryKey().index()];
    return !Objects.equals(known, meta.primaryKey().get(entity));
  }

  static <M extends Entity> void fillTimes(ModelMeta<M> meta, M entity, boolean insert) {
    for (FieldMeta field : meta.fields()) {
      boolean created =
          field.autoNow() == FieldMeta.AutoNow.CREATED && insert && isUntouched(field, entity);
      if (created || field.autoNow() == FieldMeta.AutoNow.UPDATED) {
        field.set(entity, now(field.type()));
      }
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

  private void insert(Database database) {
    FieldMeta key = meta.primaryKey();
    boolean given =
        !(key.type() instanceof FieldType.Identity) || !Objects.equals(key.get(entity), 0L);
    List<FieldMeta> fields = meta.fields().stream().filter(f -> f != key || given).toList();
    List<Param> row = new ArrayList<>();
    for (FieldMeta field : fields) {
      row.add(value(field, entity));
    }
    Compiler compiler = QuerySet.compiler(database);
    if (given) {
      Runner.update(database, compiler.insert(meta, fields, List.of(row), null));
    } else {
      Object id =
          Runner.returning(
                  database,
                  compiler.insert(meta, fields, List.of(row), key),
                  r -> Values.read(r, 1, key.columnType()))
              .getFirst();
      key.set(entity, id);
    }
  }

  @SuppressWarnings("unchecked") // an entity is of the model that its class names
  private static @Nullable Object read(ModelMeta<?> model, FieldMeta field, Entity entity) {
    return ((ModelMeta<Entity>) model).get(entity, field.index());
  }

  /** The value to write; a text that may be empty is never null unless its column may be. */
  static Param value(FieldMeta field, Entity entity) {
    Object value = read(field.model(), field, entity);
    if (value == null && field.type().isText() && !field.nullable() && field.blank()) {
      value = "";
    }
    return new Param(value, field.columnType());
  }

  private void update(Database database) {
    @Nullable Object[] before = entity.state().snapshot;
    List<FieldMeta> changed = new ArrayList<>();
    List<Param> values = new ArrayList<>();
    for (FieldMeta field : meta.fields()) {
      if (!field.primaryKey() && differs(field, before[field.index()], meta.get(entity, field.index()))) {
        changed.add(field);
        values.add(value(field, entity));
      }
    }
    if (changed.isEmpty()) {
      return;
    }
    Param key = new Param(meta.primaryKey().get(entity), meta.primaryKey().columnType());
    int rows =
        Runner.update(database, QuerySet.compiler(database).updateRow(meta, changed, values, key));
    if (rows == 0) {
      throw new DoesNotExist(
          "The row of this %s is gone: it was deleted after it was read. To insert it again, save a new entity."
              .formatted(meta.label()));
    }
  }

  /** Values that can change inside are always written. */
  private static boolean differs(FieldMeta field, @Nullable Object before, @Nullable Object now) {
    boolean mutable =
        field.type() instanceof FieldType.JsonValue || field.type() instanceof FieldType.Bytes;
    return (mutable && now != null) || !Objects.equals(before, now);
  }
}
