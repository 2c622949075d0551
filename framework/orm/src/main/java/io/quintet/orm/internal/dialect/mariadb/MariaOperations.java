package io.quintet.orm.internal.dialect.mariadb;

import io.quintet.core.json.Json;
import io.quintet.orm.internal.dialect.Operations;
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
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How MariaDB takes values; its sessions read names and texts as standard SQL does. */
final class MariaOperations implements Operations {
  @Override
  public String slice(long limit, long offset) {
    return limit < 0 && offset > 0
        ? " LIMIT " + Long.MAX_VALUE + " OFFSET " + offset
        : Operations.super.slice(limit, offset);
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
      case Short s -> statement.setShort(index, s);
      case Boolean b -> statement.setBoolean(index, b);
      case Double d -> statement.setDouble(index, d);
      case BigDecimal d -> statement.setBigDecimal(index, d);
      case Instant i -> statement.setObject(index, LocalDateTime.ofInstant(i, ZoneOffset.UTC));
      case LocalDateTime t -> statement.setObject(index, t);
      case LocalDate d -> statement.setObject(index, d);
      case LocalTime t -> statement.setObject(index, t);
      case Duration d -> statement.setLong(index, Operations.micros(d));
      case UUID u -> statement.setString(index, u.toString());
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
}
