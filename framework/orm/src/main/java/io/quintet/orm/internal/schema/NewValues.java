package io.quintet.orm.internal.schema;

import io.quintet.core.json.Json;
import io.quintet.orm.meta.FieldMeta;
import io.quintet.orm.meta.FieldType;
import io.quintet.orm.meta.Models;
import io.quintet.orm.migrations.ColumnState;
import io.quintet.orm.migrations.ColumnType;
import io.quintet.orm.migrations.ModelName;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a new entity of a declared model has in a field. */
final class NewValues {
  private NewValues() {}

  static NewValue of(ModelName model, ColumnState column, Clock clock) {
    FieldMeta field =
        Models.find(model.toString()).flatMap(meta -> meta.findField(column.name())).orElse(null);
    if (field == null || column.type() instanceof ColumnType.ForeignKey) {
      return new NewValue.Unknown();
    }
    Object now = now(field.type(), clock);
    if (now != null && field.autoNow() != FieldMeta.AutoNow.NEVER) {
      return field.autoNow() == FieldMeta.AutoNow.UPDATED
          ? new NewValue.Saved(now)
          : new NewValue.Created(now);
    }
    Object value = storable(stored(field), field.type().held());
    if (value != null) {
      return column.isUnique() ? new NewValue.Different(value) : new NewValue.Constant(value);
    }
    return field.blank() && field.type().isText() ? new NewValue.Empty("") : new NewValue.Unknown();
  }

  /** What a new entity has in the field, as it stands in the column. */
  private static @Nullable Object stored(FieldMeta field) {
    Object value = field.defaultValue();
    return field.type() instanceof FieldType.Converted converted ? converted.stored(value) : value;
  }

  private static @Nullable Object storable(@Nullable Object value, FieldType type) {
    return switch (value) {
      case null -> null;
      case Enum<?> constant when type instanceof FieldType.Choices choices ->
          choices.of(constant).value();
      case Map<?, ?> map when type instanceof FieldType.JsonValue -> Json.write(map);
      case List<?> list when type instanceof FieldType.JsonValue -> Json.write(list);
      case List<?> list when type instanceof FieldType.Array -> list;
      default -> storable(value) ? value : null;
    };
  }

  private static boolean storable(Object value) {
    return value instanceof String
        || value instanceof Number
        || value instanceof Boolean
        || value instanceof java.time.temporal.Temporal
        || value instanceof java.time.Duration
        || value instanceof java.util.UUID;
  }

  private static @Nullable Object now(FieldType type, Clock clock) {
    return switch (type) {
      case FieldType.Timestamp _ -> clock.instant().truncatedTo(ChronoUnit.SECONDS);
      case FieldType.Date _ -> LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
      case FieldType.DateTime _ ->
          LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC).truncatedTo(ChronoUnit.SECONDS);
      default -> null;
    };
  }
}
