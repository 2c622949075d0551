package io.quintet.orm;

import io.quintet.core.SiteContext;
import io.quintet.orm.meta.FieldMeta;
import io.quintet.orm.meta.FieldType;
import io.quintet.orm.meta.ModelMeta;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/** Fills the fields of an entity that take the time of saving. */
final class AutoTimes {
  private AutoTimes() {}

  static <M extends Entity> void fill(ModelMeta<M> meta, M entity, boolean insert) {
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
}
