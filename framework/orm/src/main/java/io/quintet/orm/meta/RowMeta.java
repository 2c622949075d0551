package io.quintet.orm.meta;

import java.sql.SQLException;
import java.util.List;

/** A record that a query can be read into, component by component. */
public interface RowMeta<T> {
  /** The record class. */
  Class<T> type();

  /** The names of its components in order. */
  List<String> names();

  /**
   * Makes a record from consecutive columns, the first of them at {@code first} (counted from 1).
   */
  T read(ColumnReader row, int first) throws SQLException;

  /** The value of a component by name. */
  Object property(T row, String name);
}
