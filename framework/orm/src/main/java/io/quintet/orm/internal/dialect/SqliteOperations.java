package io.quintet.orm.internal.dialect;

import io.quintet.core.json.Json;
import io.quintet.orm.meta.FieldType;
import io.quintet.storage.StoredFile;
import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How SQLite slices and takes values. */
final class SqliteOperations implements Operations {
  @Override
  public String slice(long limit, boolean skips) {
    return limit < 0 && skips ? " LIMIT -1 OFFSET ?" : Operations.super.slice(limit, skips);
  }

  @Override
  public void bind(
      PreparedStatement statement, int index, @Nullable Object value, @Nullable FieldType type)
      throws SQLException {
    if (value == null) {
      statement.setNull(index, Types.NULL);
    } else if (type instanceof FieldType.JsonValue) {
      statement.setString(index, Json.write(value));
    } else {
      bindPlain(statement, index, value, type);
    }
  }

  private static void bindPlain(
      PreparedStatement statement, int index, Object value, @Nullable FieldType type)
      throws SQLException {
    switch (value) {
      case String s -> statement.setString(index, s);
      case Integer i -> statement.setInt(index, i);
      case Long l -> statement.setLong(index, l);
      case Short s -> statement.setInt(index, s);
      case Boolean b -> statement.setInt(index, b ? 1 : 0);
      case Double d -> statement.setDouble(index, d);
      case BigDecimal d -> bindDecimal(statement, index, d);
      case Instant i -> statement.setString(index, SqliteTimes.write(i));
      case LocalDateTime t -> statement.setString(index, SqliteTimes.write(t));
      case LocalDate d -> statement.setString(index, d.toString());
      case LocalTime t -> statement.setString(index, SqliteTimes.write(t));
      case Duration d -> statement.setLong(index, Operations.micros(d));
      case UUID u -> statement.setString(index, u.toString().replace("-", ""));
      case byte[] b -> statement.setBytes(index, b);
      case StoredFile f -> statement.setString(index, f.name());
      case Enum<?> e ->
          statement.setString(
              index, type instanceof FieldType.Choices c ? c.of(e).value() : e.name());
      default ->
          throw new IllegalArgumentException(
              "No column can hold a " + value.getClass().getName() + ".");
    }
  }

  /** A number where SQLite can hold it exactly, so that it compares as one; text beyond that. */
  private static void bindDecimal(PreparedStatement statement, int index, BigDecimal value)
      throws SQLException {
    BigDecimal plain = value.stripTrailingZeros();
    if (plain.scale() <= 0 && plain.precision() - plain.scale() <= 18) {
      statement.setLong(index, plain.longValueExact());
    } else if (plain.precision() <= 15) {
      statement.setDouble(index, plain.doubleValue());
    } else {
      statement.setString(index, value.toPlainString());
    }
  }
}
