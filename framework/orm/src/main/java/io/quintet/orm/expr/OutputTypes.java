package io.quintet.orm.expr;

import io.quintet.orm.meta.FieldType;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Map;
import java.util.UUID;

/** The types of expressions by the Java classes of their values. */
final class OutputTypes {
  private static final Map<Class<?>, FieldType> TYPES =
      Map.ofEntries(
          Map.entry(Short.class, new FieldType.Int16()),
          Map.entry(Integer.class, new FieldType.Int32()),
          Map.entry(Long.class, new FieldType.Int64()),
          Map.entry(Double.class, new FieldType.Float64()),
          Map.entry(BigDecimal.class, FieldType.Decimal.ANY),
          Map.entry(String.class, new FieldType.LongText()),
          Map.entry(Boolean.class, new FieldType.Bool()),
          Map.entry(LocalDate.class, new FieldType.Date()),
          Map.entry(LocalTime.class, new FieldType.Time()),
          Map.entry(LocalDateTime.class, new FieldType.DateTime()),
          Map.entry(Instant.class, new FieldType.Timestamp()),
          Map.entry(Duration.class, new FieldType.Span()),
          Map.entry(UUID.class, new FieldType.Uuid()),
          Map.entry(byte[].class, new FieldType.Bytes()),
          Map.entry(Object.class, new FieldType.JsonValue()));

  private OutputTypes() {}

  static FieldType of(Class<?> type) {
    FieldType found = TYPES.get(type);
    if (found == null) {
      throw new IllegalArgumentException(
          "No expression yields a "
              + type.getName()
              + ". Known: "
              + String.join(
                  ", ", TYPES.keySet().stream().map(Class::getSimpleName).sorted().toList())
              + ".");
    }
    return found;
  }
}
