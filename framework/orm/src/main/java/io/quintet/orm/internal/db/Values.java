package io.quintet.orm.internal.db;

import io.quintet.orm.meta.ColumnReader;
import io.quintet.orm.meta.FieldType;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Reads a column by the type of its value. */
public final class Values {
  private Values() {}

  /** The value; null for an SQL null. */
  public static @Nullable Object read(ColumnReader row, int column, @Nullable FieldType type)
      throws SQLException {
    if (row.nullAt(column)) {
      return null;
    }
    return switch (type) {
      case null -> row.value(column, Object.class);
      case FieldType.Identity t -> row.longAt(column);
      case FieldType.Int64 t -> row.longAt(column);
      case FieldType.Int32 t -> narrowed(row.longAt(column));
      case FieldType.Int16 t -> shortened(row.longAt(column));
      case FieldType.Float64 t -> row.doubleAt(column);
      case FieldType.Decimal t -> row.decimal(column, t.decimalPlaces());
      case FieldType.Bool t -> row.boolAt(column);
      case FieldType.Date t -> row.date(column);
      case FieldType.Time t -> row.time(column);
      case FieldType.DateTime t -> row.dateTime(column);
      case FieldType.Timestamp t -> row.instant(column);
      case FieldType.Span t -> row.duration(column);
      case FieldType.Uuid t -> row.uuid(column);
      case FieldType.Choices t -> t.constant(row.text(column));
      case FieldType.JsonValue t -> row.json(column);
      case FieldType.Bytes t -> row.bytes(column);
      case FieldType.Array t -> row.array(column, t.element());
      case FieldType.Converted t -> t.loaded(read(row, column, t.held()));
      case FieldType.FileName t -> row.file(column, t.storage());
      case FieldType.ImageName t -> row.file(column, t.storage());
      case FieldType.Reference t -> row.value(column, Object.class);
      case FieldType.Chars t -> row.text(column);
      case FieldType.LongText t -> row.text(column);
      case FieldType.Slug t -> row.text(column);
      case FieldType.Email t -> row.text(column);
      case FieldType.Url t -> row.text(column);
      case FieldType.IpAddress t -> row.text(column);
    };
  }

  /** An {@code Integer}; a {@code Long} when a computed number does not fit. */
  private static Object narrowed(long value) {
    return (int) value == value ? (Object) (int) value : (Object) value;
  }

  /** A {@code Short}; an {@code Integer} or {@code Long} when a computed number does not fit. */
  private static Object shortened(long value) {
    return (short) value == value ? (Object) (short) value : narrowed(value);
  }
}
