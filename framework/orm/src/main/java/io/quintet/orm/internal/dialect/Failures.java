package io.quintet.orm.internal.dialect;

import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Understands the errors of a database. */
public interface Failures {
  /** What kind of error it is. */
  enum Kind {
    /** Two rows would have the same value. */
    UNIQUE,
    /** A row would point to nothing. */
    FOREIGN_KEY,
    /** A column would be null. */
    NOT_NULL,
    /** A check constraint would be violated. */
    CHECK,
    /** Two transactions are in each other's way; trying again may help. */
    CONFLICT,
    /** A table or column does not exist. */
    MISSING_TABLE,
    /** It ran longer than it may. */
    TIMEOUT,
    /** Anything else. */
    OTHER
  }

  /**
   * What is known about an error.
   *
   * @param constraint the constraint, or empty
   * @param table the table, or empty
   * @param columns the columns, or none
   */
  record Failure(Kind kind, String constraint, String table, List<String> columns) {
    static Failure of(Kind kind) {
      return new Failure(kind, "", "", List.of());
    }
  }

  /** Understands an error. */
  Failure of(SQLException error);

  /** Whether the connection is gone, and with it what was not committed. */
  default boolean isConnectionLost(SQLException error) {
    return error.getSQLState() != null && error.getSQLState().startsWith("08");
  }

  /**
   * The first line of the message of the driver, for people; without values of rows as far as the
   * database allows.
   */
  default String text(@Nullable String message) {
    String text = String.valueOf(message);
    int end = text.indexOf('\n');
    return end < 0 ? text : text.substring(0, end);
  }
}
