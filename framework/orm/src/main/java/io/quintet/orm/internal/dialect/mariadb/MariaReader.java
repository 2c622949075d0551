package io.quintet.orm.internal.dialect.mariadb;

import io.quintet.orm.internal.dialect.BaseReader;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
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
  public @Nullable BigDecimal decimal(int column, int places) throws SQLException {
    BigDecimal number = rows.getBigDecimal(column);
    return number == null || places < 0 ? number : number.setScale(places, RoundingMode.HALF_EVEN);
  }

  @Override
  public @Nullable LocalDate date(int column) throws SQLException {
    return rows.getObject(column, LocalDate.class);
  }

  @Override
  public @Nullable LocalTime time(int column) throws SQLException {
    return rows.getObject(column, LocalTime.class);
  }

  @Override
  public @Nullable LocalDateTime dateTime(int column) throws SQLException {
    return rows.getObject(column, LocalDateTime.class);
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
