package io.quintet.orm.internal.db;

import io.quintet.orm.meta.ColumnReader;
import io.quintet.orm.meta.FieldType;
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

/** Columns of a row in another order. */
public final class PickedColumns implements ColumnReader {
  private final ColumnReader row;
  private final int[] positions;

  /** The columns of a row at these positions, counted from 1. */
  public PickedColumns(ColumnReader row, int... positions) {
    this.row = row;
    this.positions = positions.clone();
  }

  private int at(int column) {
    return positions[column - 1];
  }

  @Override
  public long longAt(int column) throws SQLException {
    return row.longAt(at(column));
  }

  @Override
  public int intAt(int column) throws SQLException {
    return row.intAt(at(column));
  }

  @Override
  public short shortAt(int column) throws SQLException {
    return row.shortAt(at(column));
  }

  @Override
  public double doubleAt(int column) throws SQLException {
    return row.doubleAt(at(column));
  }

  @Override
  public boolean boolAt(int column) throws SQLException {
    return row.boolAt(at(column));
  }

  @Override
  public boolean nullAt(int column) throws SQLException {
    return row.nullAt(at(column));
  }

  @Override
  public @Nullable String text(int column) throws SQLException {
    return row.text(at(column));
  }

  @Override
  public @Nullable BigDecimal decimal(int column, int places) throws SQLException {
    return row.decimal(at(column), places);
  }

  @Override
  public @Nullable LocalDate date(int column) throws SQLException {
    return row.date(at(column));
  }

  @Override
  public @Nullable LocalTime time(int column) throws SQLException {
    return row.time(at(column));
  }

  @Override
  public @Nullable LocalDateTime dateTime(int column) throws SQLException {
    return row.dateTime(at(column));
  }

  @Override
  public @Nullable Instant instant(int column) throws SQLException {
    return row.instant(at(column));
  }

  @Override
  public @Nullable Duration duration(int column) throws SQLException {
    return row.duration(at(column));
  }

  @Override
  public @Nullable UUID uuid(int column) throws SQLException {
    return row.uuid(at(column));
  }

  @Override
  public byte @Nullable [] bytes(int column) throws SQLException {
    return row.bytes(at(column));
  }

  @Override
  public @Nullable Object json(int column) throws SQLException {
    return row.json(at(column));
  }

  @Override
  public @Nullable List<?> array(int column, FieldType element) throws SQLException {
    return row.array(at(column), element);
  }

  @Override
  public @Nullable StoredFile file(int column, String storage) throws SQLException {
    return row.file(at(column), storage);
  }

  @Override
  public @Nullable Object value(int column, Class<?> type) throws SQLException {
    return row.value(at(column), type);
  }
}
