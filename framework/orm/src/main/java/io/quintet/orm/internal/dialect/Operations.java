package io.quintet.orm.internal.dialect;

import io.quintet.orm.internal.sql.Fragment;
import io.quintet.orm.meta.FieldType;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a database spells expressions, and how values are bound. */
public interface Operations {
  /** A name in quotes. */
  default String quote(String name) {
    return "\"" + name.replace("\"", "\"\"") + "\"";
  }

  /** A parameter, with a cast if the database needs one to know the type. */
  default String parameter(@Nullable FieldType type) {
    return "?";
  }

  /**
   * A limit and a place for the offset, so that all pages have the same text; the limit stands in
   * it, for the plan of a few rows is another than that of all.
   *
   * @param limit how many rows, negative for all
   * @param skips whether there is an offset, to be bound
   */
  default String slice(long limit, boolean skips) {
    return (limit >= 0 ? " LIMIT " + limit : "") + (skips ? " OFFSET ?" : "");
  }

  /** The rest of an INSERT of a row of defaults. */
  default String defaultRow() {
    return " DEFAULT VALUES";
  }

  /**
   * What an INSERT does with rows that are there already; the names are quoted.
   *
   * @param unique the columns in which they agree; none for whatever is unique
   * @param changed the columns that get the new values; none to leave the rows as they are
   * @param some a column of the table
   */
  default String onConflict(List<String> unique, List<String> changed, String some) {
    String on = unique.isEmpty() ? "" : " (" + String.join(", ", unique) + ")";
    return changed.isEmpty()
        ? " ON CONFLICT" + on + " DO NOTHING"
        : " ON CONFLICT"
            + on
            + " DO UPDATE SET "
            + String.join(", ", changed.stream().map(c -> c + " = excluded." + c).toList());
  }

  /** What rows are sorted by, which may end with the place of nulls. */
  default Fragment order(Fragment order) {
    return order;
  }

  /** The start of a DELETE of rows of a quoted table under an alias. */
  default String deleteFrom(String table, String alias) {
    return "DELETE FROM " + table + " AS " + alias;
  }

  /** A subquery that stands behind IN. */
  default Fragment listed(Fragment subquery) {
    return subquery;
  }

  /** Locks rows that are read; {@code tables} are aliases. */
  default String forUpdate(List<String> tables) {
    return " FOR UPDATE OF " + String.join(", ", tables);
  }

  /** Binds a value; {@code type} is that of the column when known. */
  void bind(
      PreparedStatement statement, int index, @Nullable Object value, @Nullable FieldType type)
      throws SQLException;

  /** A duration as a number of microseconds. */
  static long micros(Duration duration) {
    return Math.addExact(
        Math.multiplyExact(duration.getSeconds(), 1_000_000L), duration.getNano() / 1000);
  }

  /** Escapes the special characters of LIKE with a backslash. */
  static String escapeLike(String text) {
    return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
  }
}
