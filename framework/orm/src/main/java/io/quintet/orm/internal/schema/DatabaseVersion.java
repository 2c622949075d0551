package io.quintet.orm.internal.schema;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Which database it is, and how old: what a change costs depends on both. */
record DatabaseVersion(Vendor vendor, int major, int minor) {
  static DatabaseVersion of(Connection connection) throws SQLException {
    return new DatabaseVersion(
        Vendor.of(connection),
        connection.getMetaData().getDatabaseMajorVersion(),
        connection.getMetaData().getDatabaseMinorVersion());
  }

  /** As the server says it; the oldest that is supported where nothing can be asked. */
  static DatabaseVersion ofMariaDb(SqlRunner runner) {
    List<List<String>> found = runner.ask("SELECT @@version");
    String text = found.isEmpty() ? "10.7" : found.getFirst().getFirst();
    String[] parts = text.split("\\D", 3);
    return new DatabaseVersion(
        Vendor.MARIADB, Integer.parseInt(parts[0]), Integer.parseInt(parts[1]));
  }

  boolean isAtLeast(int wantedMajor, int wantedMinor) {
    return major > wantedMajor || major == wantedMajor && minor >= wantedMinor;
  }
}
