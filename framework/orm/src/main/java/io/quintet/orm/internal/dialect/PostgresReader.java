package io.quintet.orm.internal.dialect;

import io.quintet.orm.internal.db.Values;
import io.quintet.orm.meta.FieldType;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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

  /** The elements stand in the second column of the array's own result. */
  @Override
  public @Nullable List<?> array(int column, FieldType element) throws SQLException {
    Array array = rows.getArray(column);
    if (array == null) {
      return null;
    }
    List<Object> values = new ArrayList<>();
    try (ResultSet elements = array.getResultSet()) {
      PostgresReader reader = new PostgresReader(elements);
      while (elements.next()) {
        Object value = Values.read(reader, 2, element);
        if (value == null) {
          throw new SQLException(
              "Column " + column + " holds an array with a null in it, which no field can have.");
        }
        values.add(value);
      }
    } finally {
      array.free();
    }
    return values;
  }

  @Override
  public @Nullable UUID uuid(int column) throws SQLException {
    return rows.getObject(column, UUID.class);
  }
}
