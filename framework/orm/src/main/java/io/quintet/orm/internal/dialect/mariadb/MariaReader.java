package io.quintet.orm.internal.dialect.mariadb;

import io.quintet.orm.internal.dialect.BaseReader;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads MariaDB's types; moments are stored in UTC. */
final class MariaReader extends BaseReader {
  MariaReader(ResultSet rows) {
    super(rows);
  }

  @Override
  public @Nullable Instant instant(int column) throws SQLException {
    LocalDateTime time = dateTime(column);
    return time == null ? null : time.toInstant(ZoneOffset.UTC);
  }

  @Override
  public @Nullable Duration duration(int column) throws SQLException {
    long micros = rows.getLong(column);
    return rows.wasNull() ? null : Duration.of(micros, ChronoUnit.MICROS);
  }

  @Override
  public @Nullable UUID uuid(int column) throws SQLException {
    String text = rows.getString(column);
    return text == null ? null : UUID.fromString(text);
  }
}
