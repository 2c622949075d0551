package io.quintet.orm.internal.db;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import org.jspecify.annotations.Nullable;

/** Runs work in transactions of a database: all of it happens, or nothing. */
final class Atomic {
  private record Bound(Database database, Transaction transaction, @Nullable Bound outer) {}

  private static final ScopedValue<Bound> BOUND = ScopedValue.newInstance();

  private final Database database;

  Atomic(Database database) {
    this.database = database;
  }

  /** The transaction that the running code is in. */
  static @Nullable Transaction current(Database database) {
    for (Bound b = BOUND.isBound() ? BOUND.get() : null; b != null; b = b.outer()) {
      if (b.database() == database) {
        return b.transaction();
      }
    }
    return null;
  }

  /** In a transaction of its own; with {@code test} one that is rolled back in the end. */
  <T extends @Nullable Object, X extends Exception> T transaction(
      Database.TransactionWork<T, X> work, boolean test) throws X {
    ReadScope.wrote(database);
    boolean lock = database.dialect().features().oneWriter();
    if (lock) {
      database.writer().begin();
    }
    Transaction transaction;
    T result;
    try {
      Connection connection = database.open();
      try {
        transaction = new Transaction(connection, test);
        result = inTransaction(transaction, work, test);
      } finally {
        closeQuietly(connection);
      }
    } finally {
      if (lock) {
        database.writer().end();
      }
    }
    if (!test) {
      transaction.runHooks();
    }
    return result;
  }

  private <T extends @Nullable Object, X extends Exception> T inTransaction(
      Transaction transaction, Database.TransactionWork<T, X> work, boolean test) throws X {
    boolean done = false;
    try {
      transaction.connection().setAutoCommit(false);
      StatementLog.note("BEGIN");
      T result = bind(transaction, work);
      transaction.usable();
      done = true;
      if (test) {
        transaction.connection().rollback();
      } else {
        transaction.connection().commit();
        StatementLog.note("COMMIT");
      }
      return result;
    } catch (SQLException e) {
      throw database.failure(e);
    } finally {
      if (!done) {
        rollbackQuietly(transaction.connection());
      }
    }
  }

  private <T extends @Nullable Object, X extends Exception> T bind(
      Transaction transaction, Database.TransactionWork<T, X> work) throws X {
    Bound bound = new Bound(database, transaction, BOUND.isBound() ? BOUND.get() : null);
    return ScopedValue.where(BOUND, bound).call(work::run);
  }

  /** In a savepoint of the running transaction. */
  <T extends @Nullable Object, X extends Exception> T savepoint(
      Transaction outer, Database.TransactionWork<T, X> work) throws X {
    int mark = outer.mark();
    Savepoint savepoint;
    try {
      outer.usable();
      savepoint = outer.begin();
    } catch (SQLException e) {
      throw database.failure(e);
    }
    boolean done = false;
    T result;
    try {
      result = work.run();
      outer.usable();
      done = true;
      outer.release(savepoint);
    } catch (SQLException e) {
      throw database.failure(e);
    } finally {
      if (!done) {
        outer.forgetAfter(mark);
        outer.mended();
        try {
          outer.rollback(savepoint);
        } catch (SQLException e) {
          logRollback(e);
        }
      }
    }
    outer.innerBlockEnded();
    return result;
  }

  /** In the running transaction, which cannot go on when the work fails half done. */
  <T extends @Nullable Object, X extends Exception> T joined(
      Transaction outer, Database.TransactionWork<T, X> work) throws X {
    int before = outer.written();
    boolean done = false;
    try {
      T result = work.run();
      done = true;
      return result;
    } finally {
      if (!done && outer.written() > before) {
        outer.breakOff();
      }
    }
  }

  private static void rollbackQuietly(Connection connection) {
    try {
      connection.rollback();
      StatementLog.note("ROLLBACK");
    } catch (SQLException e) {
      logRollback(e);
    }
  }

  private void closeQuietly(Connection connection) {
    try {
      if (!connection.isClosed()) {
        connection.setAutoCommit(true);
      }
    } catch (SQLException e) {
      logRollback(e);
    }
    try {
      database.giveBack(connection);
    } catch (SQLException e) {
      logRollback(e);
    }
  }

  /** The error that led here is already on its way to the caller. */
  private static void logRollback(SQLException e) {
    System.getLogger(Database.class.getName())
        .log(System.Logger.Level.WARNING, "A transaction could not be ended in order", e);
  }
}
