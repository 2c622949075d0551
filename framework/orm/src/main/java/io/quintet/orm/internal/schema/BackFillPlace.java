package io.quintet.orm.internal.schema;

import io.quintet.orm.migrations.ColumnState;
import io.quintet.orm.migrations.ColumnType;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where a back-fill is: the key of the last row that is done, kept in the database. */
public final class BackFillPlace {
  private static final String TABLE = "quintet_backfills";

  private final Connection connection;
  private final SqlRunner.Live sql;
  private final Vendor vendor;
  private final String name;
  private final ColumnType keyType;

  /** For a back-fill of that name through a table with that key. */
  public BackFillPlace(Connection connection, String name, ColumnState key) throws SQLException {
    this.connection = connection;
    this.sql = new SqlRunner.Live(connection);
    this.vendor = Vendor.of(connection);
    this.name = Literals.sql(vendor, name);
    this.keyType = key.type();
  }

  /** Makes the table of places if it is not there. */
  public void prepare() {
    sql.run(
        "CREATE TABLE IF NOT EXISTS "
            + TABLE
            + " (name varchar(255) NOT NULL PRIMARY KEY, place text NOT NULL)");
  }

  /** The key of the last row that is done; null when none is. */
  public @Nullable Object read() {
    List<List<String>> rows = sql.ask("SELECT place FROM " + TABLE + " WHERE name = " + name);
    return rows.isEmpty() ? null : TypedValues.parse(rows.getFirst().getFirst(), keyType);
  }

  /** Does work and remembers the place in one transaction. */
  public void commitWith(@Nullable Object last, Runnable work) throws SQLException {
    boolean lite = vendor == Vendor.SQLITE;
    if (lite) {
      sql.run("BEGIN IMMEDIATE");
    } else {
      connection.setAutoCommit(false);
    }
    boolean done = false;
    try {
      work.run();
      String place = Literals.sql(vendor, String.valueOf(last));
      sql.run(
          "INSERT INTO %1$s (name, place) VALUES (%2$s, %3$s) ON CONFLICT (name) DO UPDATE SET place = %3$s"
              .formatted(TABLE, name, place));
      end(lite, true);
      done = true;
    } finally {
      if (!done) {
        end(lite, false);
      }
      if (!lite) {
        connection.setAutoCommit(true);
      }
    }
  }

  private void end(boolean lite, boolean commit) throws SQLException {
    if (lite) {
      sql.run(commit ? "COMMIT" : "ROLLBACK");
    } else if (commit) {
      connection.commit();
    } else {
      connection.rollback();
    }
  }

  /** It is done. */
  public void forget() {
    sql.run("DELETE FROM " + TABLE + " WHERE name = " + name);
  }
}
