package io.quintet.orm.internal.schema;

import io.quintet.orm.migrations.MigrationException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Where the statements of a schema editor go: to the database, or onto a list. */
public sealed interface SqlRunner
    permits SqlRunner.Live, SqlRunner.Collected, PlannedSql, StagedSql, PatientSql, Resuming {
  /** Takes one statement. */
  void run(String sql);

  /** The end of a part that may be kept by itself; nothing where all is one transaction. */
  default void boundary() {}

  /** Takes a statement that no transaction may surround. */
  default void alone(String sql) {
    run(sql);
  }

  /** Gives rows a value, in batches where that spares others a wait. */
  default void fill(BatchedFill fill) {
    run(fill.statement());
  }

  /** Whether nothing is done, and so nothing of it will be found in the database. */
  default boolean isPlanning() {
    return false;
  }

  /** Rows of text from the database; none when statements are only collected. */
  List<List<String>> ask(String sql);

  /** Runs each statement at once. */
  record Live(Connection connection) implements SqlRunner {
    @Override
    public void run(String sql) {
      try (Statement statement = connection.createStatement()) {
        statement.execute(sql);
      } catch (SQLException e) {
        throw new MigrationException(e.getMessage() + "\nin the statement: " + sql, e);
      }
    }

    @Override
    public List<List<String>> ask(String sql) {
      try (Statement statement = connection.createStatement();
          ResultSet rows = statement.executeQuery(sql)) {
        List<List<String>> all = new ArrayList<>();
        while (rows.next()) {
          List<String> row = new ArrayList<>();
          for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
            row.add(String.valueOf(rows.getString(i)));
          }
          all.add(row);
        }
        return all;
      } catch (SQLException e) {
        throw new MigrationException(e.getMessage() + "\nin the statement: " + sql, e);
      }
    }
  }

  /** Keeps the statements. */
  record Collected(List<String> statements) implements SqlRunner {
    /** An empty list. */
    public Collected() {
      this(new ArrayList<>());
    }

    @Override
    public void run(String sql) {
      statements.add(sql);
    }

    @Override
    public boolean isPlanning() {
      return true;
    }

    @Override
    public List<List<String>> ask(String sql) {
      return List.of();
    }
  }
}
