package io.quintet.orm.internal.db;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** A prepared statement, and how it is given back. */
public record Prepared(PreparedStatement statement, Release release) implements AutoCloseable {
  /** Gives a statement back. */
  @FunctionalInterface
  public interface Release {
    /** Closes it or keeps it for the next use. */
    void run() throws SQLException;
  }

  /** Prepares statements on a connection. */
  @FunctionalInterface
  interface Preparer {
    /** Prepares one; with {@code keep} it may take one that the connection has kept. */
    Prepared prepare(Connection connection, String sql, boolean keep) throws SQLException;
  }

  /** Leaves it to the driver to keep what it has prepared. */
  static Prepared byDriver(Connection connection, String sql, boolean keep) throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    return new Prepared(statement, statement::close);
  }

  @Override
  public void close() throws SQLException {
    release.run();
  }
}
