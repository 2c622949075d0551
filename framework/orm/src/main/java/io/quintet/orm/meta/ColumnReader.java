package io.quintet.orm.meta;

import io.quintet.storage.StoredFile;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Reads the columns of the current row of a result, as one database keeps them; used by generated
 * code.
 *
 * <p>Columns are counted from 1. Methods that return an object return null for an SQL null; the
 * others return zero or false.
 */
public interface ColumnReader {
  /** A whole number. */
  long longAt(int column) throws SQLException;

  /** A whole number. */
  int intAt(int column) throws SQLException;

  /** A whole number. */
  short shortAt(int column) throws SQLException;

  /** A floating-point number. */
  double doubleAt(int column) throws SQLException;

  /** True or false. */
  boolean boolAt(int column) throws SQLException;

  /** Whether the column is null. */
  boolean nullAt(int column) throws SQLException;

  /** A whole number, or null. */
  default @Nullable Long longOrNull(int column) throws SQLException {
    long number = longAt(column);
    return number == 0 && nullAt(column) ? null : (Long) number;
  }

  /** A whole number, or null. */
  default @Nullable Integer intOrNull(int column) throws SQLException {
    int number = intAt(column);
    return number == 0 && nullAt(column) ? null : (Integer) number;
  }

  /** A whole number, or null. */
  default @Nullable Short shortOrNull(int column) throws SQLException {
    short number = shortAt(column);
    return number == 0 && nullAt(column) ? null : (Short) number;
  }

  /** A floating-point number, or null. */
  default @Nullable Double doubleOrNull(int column) throws SQLException {
    double number = doubleAt(column);
    return number == 0 && nullAt(column) ? null : (Double) number;
  }

  /** True, false or null. */
  default @Nullable Boolean boolOrNull(int column) throws SQLException {
    boolean yes = boolAt(column);
    return !yes && nullAt(column) ? null : (Boolean) yes;
  }

  /** Text. */
  @Nullable String text(int column) throws SQLException;

  /** A decimal number with the given number of places; as it is when {@code places} is negative. */
  @Nullable BigDecimal decimal(int column, int places) throws SQLException;

  /** A date. */
  @Nullable LocalDate date(int column) throws SQLException;

  /** A time of day. */
  @Nullable LocalTime time(int column) throws SQLException;

  /** A date and time without a zone. */
  @Nullable LocalDateTime dateTime(int column) throws SQLException;

  /** A moment. */
  @Nullable Instant instant(int column) throws SQLException;

  /** A length of time. */
  @Nullable Duration duration(int column) throws SQLException;

  /** A UUID. */
  @Nullable UUID uuid(int column) throws SQLException;

  /** Bytes. */
  byte @Nullable [] bytes(int column) throws SQLException;

  /** A JSON value. */
  @Nullable Object json(int column) throws SQLException;

  /** A list of values of a type. */
  @Nullable List<?> array(int column, FieldType element) throws SQLException;

  /** A file in the storage with an alias; null also for an empty name. */
  @Nullable StoredFile file(int column, String storage) throws SQLException;

  /** A value of the given Java class, chosen by that class. */
  @Nullable Object value(int column, Class<?> type) throws SQLException;
}
