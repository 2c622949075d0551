package io.quintet.orm.internal.schema;

import io.quintet.orm.migrations.MigrationException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** The transaction around a migration, and the lock that lets one process migrate at a time. */
final class Transactions {
  private static final int SQLITE_WAIT_MILLIS = 600_000;
  private static final String POSTGRES_KEY =
      "hashtextextended('quintet_migrations.' || current_schema(), 0)";
  private static final String MARIA_KEY = "concat('quintet_migrations.', sha1(DATABASE()))";
  private static final Duration POLL = Duration.ofMillis(200);

  private final Connection connection;
  private final Vendor vendor;
  private final SqlRunner.Live sql;

  Transactions(Connection connection) throws SQLException {
    this.connection = connection;
    this.vendor = Vendor.of(connection);
    this.sql = new SqlRunner.Live(connection);
  }

  /**
   * Runs work while no other process migrates this database; the connection's state is given back
   * as it was.
   */
  void exclusively(Consumer<String> notice, boolean waits, Runnable work) throws SQLException {
    boolean autoCommit = connection.getAutoCommit();
    connection.setAutoCommit(true);
    with(
        () -> {
          switch (vendor) {
            case SQLITE -> sqliteExclusively(waits, work);
            case POSTGRESQL -> postgresExclusively(notice, waits, work);
            case MARIADB -> mariaExclusively(notice, waits, work);
          }
        },
        () -> connection.setAutoCommit(autoCommit));
  }

  /** Something that the database may refuse. */
  @FunctionalInterface
  interface Part {
    void run() throws SQLException;
  }

  /**
   * Work and what follows it in any case. A failure of the work is the one that is told, also where
   * the connection was lost with it.
   */
  static void with(Part work, Part after) throws SQLException {
    try {
      work.run();
    } catch (RuntimeException | SQLException e) {
      try {
        after.run();
      } catch (RuntimeException | SQLException lost) {
        e.addSuppressed(lost);
      }
      throw e;
    }
    after.run();
  }

  /**
   * SQLite has one writer: each migration takes the write lock at its beginning and looks again
   * what is applied.
   */
  private void sqliteExclusively(boolean waits, Runnable work) throws SQLException {
    String foreignKeys = sql.ask("PRAGMA foreign_keys").getFirst().getFirst();
    String wait = sql.ask("PRAGMA busy_timeout").getFirst().getFirst();
    sql.run("PRAGMA busy_timeout = " + (waits ? SQLITE_WAIT_MILLIS : 0));
    sql.run("PRAGMA foreign_keys = OFF");
    with(
        work::run,
        () -> {
          sql.run("PRAGMA foreign_keys = " + foreignKeys);
          sql.run("PRAGMA busy_timeout = " + wait);
        });
  }

  /**
   * The lock is asked for again and again: a statement that waits for it would keep a snapshot, for
   * which an index that is made concurrently by the other process would wait in turn.
   */
  private void postgresExclusively(Consumer<String> notice, boolean waits, Runnable work)
      throws SQLException {
    untilFree(
        () ->
            sql.ask("SELECT pg_try_advisory_lock(" + POSTGRES_KEY + ")")
                .getFirst()
                .getFirst()
                .equals("t"),
        notice,
        waits);
    with(work::run, () -> sql.run("SELECT pg_advisory_unlock(" + POSTGRES_KEY + ")"));
  }

  /**
   * Throws {@link MigrationException} when the lock that {@link #exclusively} took is not held any
   * more, as behind a pooler that gives each transaction another connection to the server.
   */
  void requireExclusive() {
    String query =
        switch (vendor) {
          case SQLITE -> "SELECT 1";
          case POSTGRESQL ->
              "SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND granted AND pid = pg_backend_pid()"
                  + " AND objsubid = 1 AND (classid::bigint << 32) + objid::bigint = "
                  + POSTGRES_KEY;
          case MARIADB ->
              "SELECT 1 FROM dual WHERE IS_USED_LOCK(" + MARIA_KEY + ") = CONNECTION_ID()";
        };
    if (sql.ask(query).isEmpty()) {
      throw new MigrationException(
          "The lock that lets one process migrate at a time is lost; what is not done yet is not begun."
              + " Is there a pooler between, that gives each transaction another connection?"
              + " Migrate over an address that leads to the database itself (migrate --database).");
    }
  }

  /** Runs work whole or not at all; where a lock is not to be had, again from its beginning. */
  void atomically(Runnable work, Patience patience, Consumer<String> notice) throws SQLException {
    switch (vendor) {
      case SQLITE -> sqliteAtomically(work);
      case POSTGRESQL -> {
        sql.run(patience.statement(vendor));
        with(() -> untilLocked(work, patience, notice), () -> sql.run("RESET lock_timeout"));
      }
      case MARIADB -> mariaAtomically(work);
    }
  }

  private void untilLocked(Runnable work, Patience patience, Consumer<String> notice)
      throws SQLException {
    for (int attempt = 1; ; attempt++) {
      try {
        postgresAtomically(work);
        return;
      } catch (MigrationException e) {
        if (!Patience.isLockTimeout(e)) {
          throw e;
        }
        patience.waitAfter(attempt, e, sql, notice);
      }
    }
  }

  private void sqliteAtomically(Runnable work) {
    sql.run("BEGIN IMMEDIATE");
    boolean done = false;
    try {
      work.run();
      checkKeys();
      sql.run("COMMIT");
      done = true;
    } finally {
      if (!done) {
        rollBack();
      }
    }
  }

  private void rollBack() {
    try {
      sql.run("ROLLBACK");
    } catch (MigrationException e) {
      if (!e.getMessage().contains("no transaction is active")) {
        throw e;
      }
    }
  }

  private void checkKeys() {
    List<List<String>> broken = sql.ask("PRAGMA foreign_key_check");
    if (!broken.isEmpty()) {
      List<String> first = broken.getFirst();
      throw new MigrationException(
          "%d rows point to rows that do not exist; the first is row %s of %s, which points into %s. Mend or delete them first."
              .formatted(broken.size(), first.get(1), first.get(0), first.get(2)));
    }
  }

  private void postgresAtomically(Runnable work) throws SQLException {
    connection.setAutoCommit(false);
    boolean[] done = {false};
    with(
        () -> {
          sql.run("SET CONSTRAINTS ALL IMMEDIATE");
          work.run();
          connection.commit();
          done[0] = true;
        },
        () -> {
          if (!done[0]) {
            connection.rollback();
          }
          connection.setAutoCommit(true);
        });
  }

  private void mariaExclusively(Consumer<String> notice, boolean waits, Runnable work)
      throws SQLException {
    untilFree(
        () -> sql.ask("SELECT GET_LOCK(" + MARIA_KEY + ", 0)").getFirst().getFirst().equals("1"),
        notice,
        waits);
    with(work::run, () -> sql.ask("SELECT RELEASE_LOCK(" + MARIA_KEY + ")"));
  }

  /** Tries to take the lock until it is had, or says that another process has it. */
  private static void untilFree(BooleanSupplier taken, Consumer<String> notice, boolean waits) {
    boolean told = false;
    while (!taken.getAsBoolean()) {
      if (!waits) {
        throw new MigrationException(
            "Another process is migrating this database; nothing was done here. Without --no-wait it is waited for.");
      }
      if (!told) {
        notice.accept("Another process is migrating this database; waiting for it to finish.");
        told = true;
      }
      Patience.USUAL.pause().accept(POLL);
    }
  }

  /**
   * MariaDB commits at each change of a table: only what is done to rows between two of them is
   * taken back.
   */
  private void mariaAtomically(Runnable work) throws SQLException {
    connection.setAutoCommit(false);
    boolean[] done = {false};
    with(
        () -> {
          work.run();
          connection.commit();
          done[0] = true;
        },
        () -> {
          if (!done[0]) {
            connection.rollback();
          }
          connection.setAutoCommit(true);
        });
  }
}
