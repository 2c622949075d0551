package io.quintet.orm.internal.dialect;

import io.quintet.core.json.Json;
import io.quintet.orm.meta.ColumnReader;
import io.quintet.orm.meta.FieldType;
import io.quintet.storage.StoredFile;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What all databases read alike. */
public abstract class BaseReader implements ColumnReader {
  /** The result. */
  protected final ResultSet rows;

  /** A reader of the current row of a result. */
  protected BaseReader(ResultSet rows) {
    this.rows = rows;
  }

  @Override
  public final long longAt(int column) throws SQLException {
    return rows.getLong(column);
  }

  @Override
  public int intAt(int column) throws SQLException {
    return rows.getInt(column);
  }

  @Override
  public short shortAt(int column) throws SQLException {
    return rows.getShort(column);
  }

  @Override
  public final double doubleAt(int column) throws SQLException {
    return rows.getDouble(column);
  }

  @Override
  public final boolean boolAt(int column) throws SQLException {
    return rows.getBoolean(column);
  }

  @Override
  public boolean nullAt(int column) throws SQLException {
    return rows.getObject(column) == null;
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
  public final @Nullable String text(int column) throws SQLException {
    return rows.getString(column);
  }

  @Override
  public final byte @Nullable [] bytes(int column) throws SQLException {
    return rows.getBytes(column);
  }

  @Override
  public final @Nullable Object json(int column) throws SQLException {
    String text = rows.getString(column);
    return text == null ? null : Json.parse(text);
  }

  /** No array is written to a database that has none. */
  @Override
  public @Nullable List<?> array(int column, FieldType element) throws SQLException {
    throw new SQLException("Column " + column + " holds no array: this database has none.");
  }

  @Override
  public final @Nullable StoredFile file(int column, String storage) throws SQLException {
    String name = rows.getString(column);
    return name == null || name.isEmpty() ? null : new StoredFile(storage, name);
  }

  @Override
  public final @Nullable Object value(int column, Class<?> type) throws SQLException {
    if (rows.getObject(column) == null) {
      return null;
    }
    if (type == Long.class) {
      return longAt(column);
    } else if (type == Integer.class) {
      return intAt(column);
    } else if (type == Short.class) {
      return shortAt(column);
    } else if (type == Double.class) {
      return doubleAt(column);
    } else if (type == Boolean.class) {
      return boolAt(column);
    } else if (type == String.class) {
      return text(column);
    } else if (type == BigDecimal.class) {
      return decimal(column, -1);
    } else if (type == LocalDate.class) {
      return date(column);
    } else if (type == LocalTime.class) {
      return time(column);
    } else if (type == LocalDateTime.class) {
      return dateTime(column);
    } else if (type == Instant.class) {
      return instant(column);
    } else if (type == Duration.class) {
      return duration(column);
    } else if (type == UUID.class) {
      return uuid(column);
    } else if (type == byte[].class) {
      return bytes(column);
    }
    Object raw = rows.getObject(column);
    return raw instanceof Integer || raw instanceof Short
        ? (Object) ((Number) raw).longValue()
        : raw;
  }
}
