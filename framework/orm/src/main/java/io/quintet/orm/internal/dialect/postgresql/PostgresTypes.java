package io.quintet.orm.internal.dialect.postgresql;

import io.quintet.orm.meta.FieldType;

/** The names of types. */
public final class PostgresTypes {
  private PostgresTypes() {}

  /** The name of a type; whatever is text is {@code text} or {@code varchar}. */
  public static String name(FieldType type) {
    return switch (type) {
      case FieldType.Identity t -> "bigint";
      case FieldType.Int64 t -> "bigint";
      case FieldType.Int32 t -> "integer";
      case FieldType.Int16 t -> "smallint";
      case FieldType.Float64 t -> "double precision";
      case FieldType.Decimal t when t.decimalPlaces() < 0 -> "numeric";
      case FieldType.Decimal t -> "numeric(" + t.maxDigits() + ", " + t.decimalPlaces() + ")";
      case FieldType.Bool t -> "boolean";
      case FieldType.Date t -> "date";
      case FieldType.Time t -> "time";
      case FieldType.DateTime t -> "timestamp";
      case FieldType.Timestamp t -> "timestamp with time zone";
      case FieldType.Span t -> "interval";
      case FieldType.Uuid t -> "uuid";
      case FieldType.IpAddress t -> "inet";
      case FieldType.JsonValue t -> "jsonb";
      case FieldType.Bytes t -> "bytea";
      case FieldType.Array t -> name(t.element()) + "[]";
      case FieldType.Converted t -> name(t.held());
      case FieldType.Chars t -> "varchar(" + t.maxLength() + ")";
      default -> "text";
    };
  }
}
