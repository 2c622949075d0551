package io.quintet.orm.internal.dialect.sqlite;

import java.sql.Connection;
import java.sql.SQLException;

/** Adds to a connection what SQLite lacks of text, dates and statistics. */
public final class SqliteConnectionFunctions {
  private SqliteConnectionFunctions() {}

  /** Adds the functions. */
  public static void install(Connection connection) throws SQLException {
    SqliteTextFunctions.install(connection);
    SqliteDateFunctions.install(connection);
    SqliteStatistics.install(connection);
  }
}
