package io.quintet.orm;

import io.quintet.orm.internal.db.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Checks constraints that wait for the end of the transaction. */
final class DeferredConstraints {
  private DeferredConstraints() {}

  static void check(Database database) {
    boolean pragma = database.dialect().name().equals("sqlite");
    database.<Boolean>write(connection -> {
      try (Statement statement = connection.createStatement()) {
        if (pragma) {
          checkKeys(statement);
        } else {
          statement.execute("SET CONSTRAINTS ALL IMMEDIATE");
          statement.execute("SET CONSTRAINTS ALL DEFERRED");
        }
      }
      return true;
    });
  }

  private static void checkKeys(Statement statement) throws SQLException {
    try (ResultSet rows = statement.executeQuery("PRAGMA foreign_key_check")) {
      if (rows.next()) {
        throw IntegrityException.missingTarget(rows.getString(1), rows.getString(3));
      }
    }
  }
}
