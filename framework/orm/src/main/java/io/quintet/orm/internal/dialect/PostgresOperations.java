package io.quintet.orm.internal.dialect;

import io.quintet.core.json.Json;
import io.quintet.orm.internal.dialect.postgresql.PostgresArrays;
import io.quintet.orm.internal.dialect.postgresql.PostgresTypes;
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
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How PostgreSQL takes values. */
final class PostgresOperations implements Operations {
  @Override
  public String parameter(@Nullable FieldType type) {
    return switch (type) {
      case FieldType.Span t -> "?::interval";
      case FieldType.IpAddress t -> "?::inet";
      case FieldType.JsonValue t -> "?::jsonb";
      case FieldType.Converted t -> parameter(t.held());
      case null, default -> "?";
    };
  }

  @Override
  public void bind(
      PreparedStatement statement, int index, @Nullable Object value, @Nullable FieldType type)
      throws SQLException {
    if (value == null) {
      statement.setNull(index, type instanceof FieldType.Bytes ? Types.BINARY : Types.NULL);
    } else if (type instanceof FieldType.JsonValue) {
      statement.setObject(index, Json.write(value), Types.OTHER);
    } else if (type instanceof FieldType.Array array && value instanceof List<?> list) {
      PostgresArrays.bind(statement, index, list, PostgresTypes.name(array.element()));
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
      case Short s -> statement.setShort(index, s);
      case Boolean b -> statement.setBoolean(index, b);
      case Double d -> statement.setDouble(index, d);
      case BigDecimal d -> statement.setBigDecimal(index, d);
      case Instant i -> statement.setObject(index, i.atOffset(ZoneOffset.UTC));
      case LocalDateTime t -> statement.setObject(index, t);
      case LocalDate d -> statement.setObject(index, d);
      case LocalTime t -> statement.setObject(index, t);
      case Duration d -> statement.setObject(index, interval(d), Types.OTHER);
      case UUID u -> statement.setObject(index, u);
      case byte[] b -> statement.setBytes(index, b);
      case StoredFile f -> statement.setString(index, f.name());
      case Enum<?> e ->
          statement.setObject(
              index, type instanceof FieldType.Choices c ? c.of(e).value() : e.name(), Types.OTHER);
      default ->
          throw new IllegalArgumentException(
              "No column can hold a " + value.getClass().getName() + ".");
    }
  }

  /** Whole days and the rest of the day, as Python counts them, so that the parts are the same. */
  private static String interval(Duration duration) {
    long micros = Operations.micros(duration);
    long day = Duration.ofDays(1).toSeconds() * 1_000_000;
    return Math.floorDiv(micros, day) + " days " + Math.floorMod(micros, day) + " microseconds";
  }
}
