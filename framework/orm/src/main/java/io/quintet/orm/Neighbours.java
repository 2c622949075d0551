package io.quintet.orm;

import io.quintet.orm.meta.FieldMeta;
import io.quintet.orm.meta.FieldType;
import io.quintet.orm.meta.Models;
import java.util.List;
import java.util.Map;

/** The rows before and after an entity in the order of time. */
final class Neighbours {
  private Neighbours() {}

  static Entity of(Entity entity, String name, boolean next) {
    FieldMeta field = FieldValues.field(Models.of(entity), name);
    boolean time =
        field.type() instanceof FieldType.Date
            || field.type() instanceof FieldType.DateTime
            || field.type() instanceof FieldType.Timestamp;
    Object value = field.get(entity);
    if (!time || value == null || !entity.isSaved()) {
      throw new QueryException(
          "%s has no neighbours by %s: that takes a saved row with a date or moment."
              .formatted(Models.of(entity).label(), name));
    }
    String beyond = next ? "__gt" : "__lt";
    String direction = next ? "" : "-";
    Object key = java.util.Objects.requireNonNull(entity.key());
    return QuerySet.of(Models.of(entity).type())
        .using(entity.state().alias)
        .filter(
            Q.or(
                List.of(
                    Q.of(name + beyond, value), Q.all(Map.of(name, value, "pk" + beyond, key)))))
        .orderBy(direction + name, direction + "pk")
        .limit(1)
        .get();
  }
}
