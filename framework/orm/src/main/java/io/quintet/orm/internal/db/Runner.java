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
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Runs statements. */
public final class Runner {
  /** Reads one row. */
  @FunctionalInterface
  public interface RowReader<T extends @Nullable Object> {
    /** Reads the current row. */
    T read(ColumnReader row) throws SQLException;
  }

  /** Takes one row. */
  @FunctionalInterface
  public interface RowWork {
    /** Takes the current row. */
    void take(ColumnReader row) throws SQLException;
  }

  private Runner() {}

  /** Gives each row of a SELECT to {@code work}; read from a replica where that may be. */
  public static void forEach(Database database, Statement statement, RowWork work) {
    ReadScope.read(database, source -> forEachOf(source, statement, work));
  }

  private static void forEachOf(Database database, Statement statement, RowWork work) {
    AtomicBoolean begun = new AtomicBoolean();
    database.<@Nullable Void>readAgainIfLost(
        connection -> {
          query(database, connection, statement, work, begun);
          return null;
        },
        begun::getPlain);
  }

  /** All rows of a SELECT. */
  public static <T extends @Nullable Object> List<T> rows(
      Database database, Statement statement, RowReader<T> reader) {
    List<T> found = new ArrayList<>();
    forEach(database, statement, row -> found.add(reader.read(row)));
    return found;
  }

  /** The rows that come back from a statement that writes. */
  public static <T extends @Nullable Object> List<T> returning(
      Database database, Statement statement, RowReader<T> reader) {
    return database.write(connection -> {
      List<T> found = new ArrayList<>();
      query(
          database, connection, statement, row -> found.add(reader.read(row)), new AtomicBoolean());
      return found;
    });
  }

  private static void query(
      Database database,
      Connection connection,
      Statement statement,
      RowWork work,
      AtomicBoolean begun)
      throws SQLException {
    StatementLog.note(statement.sql());
    try (Prepared prepared = database.prepare(connection, statement.sql())) {
      bind(database, prepared.statement(), statement);
      try (ResultSet result = prepared.statement().executeQuery()) {
        ColumnReader row = database.dialect().reader(result);
        begun.setPlain(true);
        while (result.next()) {
          work.take(row);
        }
      }
    }
  }

  /** Runs a statement that writes; the number of rows. */
  public static int update(Database database, Statement statement) {
    return database.write(connection -> {
      StatementLog.note(statement.sql());
      try (Prepared prepared = database.prepare(connection, statement.sql())) {
        bind(database, prepared.statement(), statement);
        return prepared.statement().executeUpdate();
      }
    });
  }

  /**
   * Runs statements of one text, one for each row, in one go.
   *
   * @return the number of rows
   */
  public static int batch(Database database, List<Statement> statements) {
    String sql = statements.getFirst().sql();
    return database.write(connection -> {
      StatementLog.note(sql);
      try (Prepared prepared = database.prepare(connection, sql)) {
        for (Statement statement : statements) {
          bind(database, prepared.statement(), statement);
          prepared.statement().addBatch();
        }
        return IntStream.of(prepared.statement().executeBatch()).sum();
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
