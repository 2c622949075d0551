package io.quintet.orm.internal.dialect;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postgresql.core.Oid;
import org.postgresql.jdbc.PgResultSet;
import org.postgresql.util.PGInterval;

/** Reads PostgreSQL's types. */
final class PostgresReader extends BaseReader {
  /** A bit for each of the first columns that was found to be a timestamptz. */
  private long moments;

  PostgresReader(ResultSet rows) {
    super(rows);
  }

  @Override
  public @Nullable Instant instant(int column) throws SQLException {
    return isMoment(column)
        ? PostgresTimes.instant(rows, column)
        : PostgresTimes.converted(rows, column);
  }

  private boolean isMoment(int column) throws SQLException {
    long bit = column < Long.SIZE ? 1L << column : 0;
    if ((moments & bit) != 0) {
      return true;
    }
    // Asking the metadata would have the driver read the catalogue of the server.
    if (rows.unwrap(PgResultSet.class).getColumnOID(column) != Oid.TIMESTAMPTZ) {
      return false;
    }
    moments |= bit;
    return true;
  }

  @Override
  public @Nullable Duration duration(int column) throws SQLException {
    Object value = rows.getObject(column);
    if (value == null) {
      return null;
    }
    if (!(value instanceof PGInterval i)) {
      throw new SQLException(
          "Column " + column + " holds no interval but a " + value.getClass().getName() + ".");
    }
    if (i.getYears() != 0 || i.getMonths() != 0) {
      throw new SQLException(
          "Column " + column + " holds an interval of months or years, which has no fixed length.");
    }
    return Duration.ofDays(i.getDays())
        .plusHours(i.getHours())
        .plusMinutes(i.getMinutes())
        .plusSeconds(i.getWholeSeconds())
        .plusNanos(i.getMicroSeconds() * 1000L);
  }

  @Override
  public @Nullable UUID uuid(int column) throws SQLException {
    return rows.getObject(column, UUID.class);
  }
}
