package io.quintet.orm.internal.dialect;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Reads SQLite's few types: dates, decimals and UUIDs are text or numbers there, written as Django
 * writes them.
 */
final class SqliteReader extends BaseReader {
  SqliteReader(ResultSet rows) {
    super(rows);
  }

  @Override
  public int intAt(int column) throws SQLException {
    return Math.toIntExact(rows.getLong(column));
  }

  @Override
  public @Nullable BigDecimal decimal(int column, int places) throws SQLException {
    String text = rows.getString(column);
    if (text == null) {
      return null;
    }
    BigDecimal number = new BigDecimal(text);
    return places < 0 ? number : number.setScale(places, RoundingMode.HALF_EVEN);
  }

  @Override
  public @Nullable LocalDate date(int column) throws SQLException {
    String text = rows.getString(column);
    return text == null ? null : SqliteTimes.date(text);
  }

  @Override
  public @Nullable LocalTime time(int column) throws SQLException {
    String text = rows.getString(column);
    return text == null ? null : LocalTime.parse(text);
  }

  @Override
  public @Nullable LocalDateTime dateTime(int column) throws SQLException {
    String text = rows.getString(column);
    return text == null ? null : SqliteTimes.dateTime(text);
  }

  @Override
  public @Nullable Instant instant(int column) throws SQLException {
    String text = rows.getString(column);
    return text == null ? null : SqliteTimes.instant(text);
  }

  @Override
  public @Nullable Duration duration(int column) throws SQLException {
    return switch (rows.getObject(column)) {
      case null -> null;
      case Double average -> Duration.of((long) Math.rint(average), ChronoUnit.MICROS);
      default -> Duration.of(rows.getLong(column), ChronoUnit.MICROS);
    };
  }

  @Override
  public @Nullable UUID uuid(int column) throws SQLException {
    String text = rows.getString(column);
    if (text == null) {
      return null;
    }
    if (text.length() != 32) {
      return UUID.fromString(text);
    }
    return new UUID(
        Long.parseUnsignedLong(text, 0, 16, 16), Long.parseUnsignedLong(text, 16, 32, 16));
  }
}
