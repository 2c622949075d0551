package io.quintet.orm.internal.dialect;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import org.sqlite.SQLiteException;

/** Understands SQLite's errors. */
final class SqliteFailures implements Failures {
  @Override
  public Failure of(SQLException error) {
    String message = String.valueOf(error.getMessage());
    if (!(error instanceof SQLiteException sqlite)) {
      return Failure.of(Kind.OTHER);
    }
    return switch (sqlite.getResultCode()) {
      case SQLITE_CONSTRAINT_UNIQUE, SQLITE_CONSTRAINT_PRIMARYKEY, SQLITE_CONSTRAINT_ROWID ->
          columns(Kind.UNIQUE, message, "UNIQUE constraint failed: ");
      case SQLITE_CONSTRAINT_NOTNULL ->
          columns(Kind.NOT_NULL, message, "NOT NULL constraint failed: ");
      case SQLITE_CONSTRAINT_CHECK ->
          new Failure(Kind.CHECK, after(message, "CHECK constraint failed: "), "", List.of());
      case SQLITE_CONSTRAINT_FOREIGNKEY -> Failure.of(Kind.FOREIGN_KEY);
      case SQLITE_INTERRUPT -> Failure.of(Kind.TIMEOUT);
      case SQLITE_BUSY, SQLITE_BUSY_SNAPSHOT, SQLITE_BUSY_TIMEOUT, SQLITE_LOCKED ->
          Failure.of(Kind.CONFLICT);
      default ->
          message.contains("no such table") || message.contains("no such column")
              ? Failure.of(Kind.MISSING_TABLE)
              : Failure.of(
                  message.contains("FOREIGN KEY constraint failed")
                      ? Kind.FOREIGN_KEY
                      : Kind.OTHER);
    };
  }

  private static Failure columns(Kind kind, String message, String prefix) {
    String list = after(message, prefix);
    if (list.startsWith("index '")) {
      return new Failure(kind, list.substring(7, list.lastIndexOf('\'')), "", List.of());
    }
    List<String> names = Arrays.stream(list.split(", ")).toList();
    String table =
        names.getFirst().contains(".")
            ? names.getFirst().substring(0, names.getFirst().indexOf('.'))
            : "";
    return new Failure(
        kind, "", table, names.stream().map(n -> n.substring(n.indexOf('.') + 1)).toList());
  }

  private static String after(String message, String prefix) {
    int at = message.indexOf(prefix);
    if (at < 0) {
      return "";
    }
    String rest = message.substring(at + prefix.length());
    return rest.endsWith(")") ? rest.substring(0, rest.length() - 1) : rest;
  }
}
