package io.quintet.orm.internal.schema;

import io.quintet.orm.migrations.MigrationException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;

/** The databases whose schema can be changed. */
public enum Vendor {
  SQLITE,
  POSTGRESQL,
  MARIADB;

  /** What stands in an INSERT before the values that a row gets whose key is there already. */
  String orUpdate(String key) {
    return this == MARIADB ? "ON DUPLICATE KEY UPDATE" : "ON CONFLICT (" + key + ") DO UPDATE SET";
  }

  /** Which one a connection leads to. Throws {@link MigrationException} for another. */
  public static Vendor of(Connection connection) throws SQLException {
    String product = connection.getMetaData().getDatabaseProductName();
    return switch (product.toLowerCase(Locale.ROOT)) {
      case "sqlite" -> SQLITE;
      case "postgresql" -> POSTGRESQL;
      case "mariadb" -> MARIADB;
      default ->
          throw new MigrationException(
              "Migrations know SQLite, PostgreSQL and MariaDB; this connection leads to "
                  + product
                  + ".");
    };
  }
}
