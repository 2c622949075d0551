package io.quintet.orm;

import io.quintet.core.SiteContext;
import io.quintet.orm.expr.Assignment;
import io.quintet.orm.expr.Node;
import io.quintet.orm.internal.sql.Param;
import io.quintet.orm.meta.FieldMeta;
import io.quintet.orm.meta.FieldType;
import io.quintet.orm.meta.ModelMeta;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The version that a row must still have when an entity is written, and the one that it gets.
 *
 * <p>What must still be there is what the entity holds now, not what was read: so a form that
 * carries the number along finds changes made while it was open.
 */
record RowVersion(FieldMeta field, Object expected, Object next) {
  /** That of an entity; null when its model has none. */
  static @Nullable RowVersion of(ModelMeta<?> meta, Entity entity) {
    FieldMeta field = meta.version().orElse(null);
    if (field == null) {
      return null;
    }
    Object expected = Objects.requireNonNullElse(field.get(entity), Instant.EPOCH);
    return new RowVersion(field, expected, after(expected));
  }

  /** The model in whose table it stands. */
  ModelMeta<?> table() {
    return field.model();
  }

  private static Object after(Object version) {
    return switch (version) {
      case Integer i -> i + 1;
      case Long l -> l + 1;
      case Instant i -> {
        Instant now = now();
        yield now.isAfter(i) ? now : i.plus(1, ChronoUnit.MICROS);
      }
      default -> throw new IllegalStateException("no version: " + version.getClass());
    };
  }

  private static Instant now() {
    return SiteContext.current().clock().instant().truncatedTo(ChronoUnit.MICROS);
  }

  /** Sets the time of a row that is new. */
  static void begin(ModelMeta<?> meta, Entity entity) {
    meta.version()
        .filter(field -> field.type() instanceof FieldType.Timestamp && field.get(entity) == null)
        .ifPresent(field -> field.set(entity, now()));
  }

  /** Raises the version that an entity holds, whose row was changed together with others. */
  static void wasRaised(ModelMeta<?> meta, Entity entity) {
    RowVersion version = of(meta, entity);
    if (version != null && !(version.expected() instanceof Instant)) {
      version.field().set(entity, version.next());
    }
  }

  /** Adds what must still be there to what identifies the row. */
  void check(List<FieldMeta> where, List<Param> wanted) {
    where.add(field);
    wanted.add(new Param(expected, field.columnType()));
  }

  /** Adds the next version to what changes. */
  void raise(List<FieldMeta> changed, List<Param> values) {
    int at = changed.indexOf(field);
    if (at >= 0) {
      changed.remove(at);
      values.remove(at);
    }
    changed.add(field);
    values.add(new Param(next, field.columnType()));
  }

  /**
   * The assignments of an update of many rows, with that of the version unless it is among them.
   */
  static <M extends Entity> List<Assignment<M>> raising(
      ModelMeta<M> meta, List<Assignment<M>> assignments) {
    FieldMeta field = meta.version().orElse(null);
    if (field == null
        || assignments.isEmpty()
        || assignments.stream().anyMatch(a -> meta.field(a.field()) == field)) {
      return assignments;
    }
    List<Assignment<M>> all = new ArrayList<>(assignments);
    Node next =
        field.type() instanceof FieldType.Timestamp
            ? new Node.Value(now())
            : new Node.Arithmetic(
                Node.Operator.PLUS, new Node.Field(List.of(field.name())), new Node.Value(1));
    all.add(new Assignment<>(field.name(), next));
    return all;
  }
}
