package io.quintet.orm.internal.db;

import io.quintet.orm.QueryException;
import io.quintet.orm.internal.sql.Param;
import io.quintet.orm.internal.sql.Statement;
import io.quintet.orm.meta.ColumnReader;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Runs statements. */
public final class Runner {
  /** Reads one row. */
  @FunctionalInterface
  public interface RowReader<T extends @Nullable Object> {
    /** Reads the current row. */
    T read(ColumnReader row) throws SQLException;
  }

  private Runner() {}

  /** All rows of a SELECT. */
  public static <T extends @Nullable Object> List<T> rows(
      Database database, Statement statement, RowReader<T> reader) {
    return database.read(connection -> read(database, connection, statement, reader));
  }

  /** The rows that come back from a statement that writes. */
  public static <T extends @Nullable Object> List<T> returning(
      Database database, Statement statement, RowReader<T> reader) {
    return database.write(connection -> read(database, connection, statement, reader));
  }

  private static <T extends @Nullable Object> List<T> read(
      Database database, Connection connection, Statement statement, RowReader<T> reader)
      throws SQLException {
    StatementLog.note(statement.sql());
    try (PreparedStatement prepared = connection.prepareStatement(statement.sql())) {
      bind(database, prepared, statement);
      try (ResultSet result = prepared.executeQuery()) {
        ColumnReader row = database.dialect().reader(result);
        List<T> found = new ArrayList<>();
        while (result.next()) {
          found.add(reader.read(row));
        }
        return found;
      }
    }
  }

  /** Runs a statement that writes; the number of rows. */
  public static int update(Database database, Statement statement) {
    return database.write(connection -> {
      StatementLog.note(statement.sql());
      try (PreparedStatement prepared = connection.prepareStatement(statement.sql())) {
        bind(database, prepared, statement);
        return prepared.executeUpdate();
      }
    });
  }

  /** Binds the parameters of a statement. */
  public static void bind(Database database, PreparedStatement prepared, Statement statement)
      throws SQLException {
    List<Param> params = statement.params();
    int max = database.dialect().features().maxParameters();
    if (params.size() > max) {
      throw new QueryException(
          "A statement has %d values, the database takes at most %d. Use a subquery in place of the list, or ask in portions."
              .formatted(params.size(), max));
    }
    for (int i = 0; i < params.size(); i++) {
      database
          .dialect()
          .operations()
          .bind(prepared, i + 1, params.get(i).value(), params.get(i).type());
    }
  }
}
