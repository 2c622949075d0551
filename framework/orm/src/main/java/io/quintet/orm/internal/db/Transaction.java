package io.quintet.orm.internal.db;

import io.quintet.orm.DbException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.ArrayList;
import java.util.List;

/** An open transaction: its connection, its savepoints, what waits for its commit. */
public final class Transaction {
  private final Connection connection;
  private final boolean test;
  private final List<Runnable> afterCommit = new ArrayList<>();
  private int depth;
  private int written;
  private boolean broken;

  Transaction(Connection connection, boolean test) {
    this.connection = connection;
    this.test = test;
  }

  Connection connection() {
    return connection;
  }

  /**
   * The connection, if the transaction can go on.
   *
   * @throws DbException when work in it failed half done
   */
  Connection usable() {
    if (broken) {
      throw new DbException(
          "Work in this transaction failed half done, so that it can only be rolled back. Let the error end it, or wrap what may fail in an atomic block of its own: Db.atomic(() -> ...).",
          null);
    }
    return connection;
  }

  /** Work failed that wrote something and took no savepoint. */
  void breakOff() {
    broken = true;
  }

  /** What was half done was undone. */
  void mended() {
    broken = false;
  }

  /** A statement is going to write. */
  void writes() {
    written++;
  }

  /** How many statements wrote so far. */
  int written() {
    return written;
  }

  /** Whether hooks run at once: in a test transaction outside any inner block. */
  boolean runsHooksNow() {
    return test && depth == 0;
  }

  void afterCommit(Runnable work) {
    afterCommit.add(work);
  }

  int mark() {
    return afterCommit.size();
  }

  void forgetAfter(int mark) {
    afterCommit.subList(mark, afterCommit.size()).clear();
  }

  Savepoint begin() throws SQLException {
    Savepoint savepoint = connection.setSavepoint("quintet_" + depth);
    depth++;
    StatementLog.note("SAVEPOINT");
    return savepoint;
  }

  void release(Savepoint savepoint) throws SQLException {
    depth--;
    connection.releaseSavepoint(savepoint);
    StatementLog.note("RELEASE SAVEPOINT");
  }

  void rollback(Savepoint savepoint) throws SQLException {
    depth--;
    connection.rollback(savepoint);
    StatementLog.note("ROLLBACK TO SAVEPOINT");
  }

  /** Runs what waited; in a test transaction when the outermost inner block has ended. */
  void innerBlockEnded() {
    if (test && depth == 0) {
      runHooks();
    }
  }

  void runHooks() {
    List<Runnable> work = List.copyOf(afterCommit);
    afterCommit.clear();
    RuntimeException first = null;
    for (Runnable hook : work) {
      try {
        hook.run();
      } catch (RuntimeException e) {
        if (first == null) {
          first = e;
        } else {
          first.addSuppressed(e);
        }
      }
    }
    if (first != null) {
      throw first;
    }
  }
}
