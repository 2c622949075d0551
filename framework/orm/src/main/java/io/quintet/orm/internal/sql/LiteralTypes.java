package io.quintet.orm.internal.sql;

import io.quintet.orm.meta.FieldType;
import io.quintet.storage.StoredFile;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The types of values that a program writes into a query. */
final class LiteralTypes {
  private LiteralTypes() {}

  static @Nullable FieldType of(Object value) {
    return switch (value) {
      case String s -> new FieldType.LongText();
      case StoredFile f -> new FieldType.LongText();
      case Long l -> new FieldType.Int64();
      case Integer i -> new FieldType.Int32();
      case Short s -> new FieldType.Int16();
      case Double d -> new FieldType.Float64();
      case Float f -> new FieldType.Float64();
      case BigDecimal d -> FieldType.Decimal.ANY;
      case BigInteger i -> FieldType.Decimal.ANY;
      case Boolean b -> new FieldType.Bool();
      case Instant i -> new FieldType.Timestamp();
      case OffsetDateTime t -> new FieldType.Timestamp();
      case ZonedDateTime t -> new FieldType.Timestamp();
      case LocalDateTime t -> new FieldType.DateTime();
      case LocalDate d -> new FieldType.Date();
      case LocalTime t -> new FieldType.Time();
      case Duration d -> new FieldType.Span();
      case UUID u -> new FieldType.Uuid();
      case byte[] b -> new FieldType.Bytes();
      case Map<?, ?> m -> new FieldType.JsonValue();
      case List<?> l -> new FieldType.JsonValue();
      default -> null;
    };
  }
}
