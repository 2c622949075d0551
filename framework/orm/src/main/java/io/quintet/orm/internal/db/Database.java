package io.quintet.orm.internal.db;

import io.quintet.orm.ConflictException;
import io.quintet.orm.DbException;
import io.quintet.orm.internal.dialect.Dialect;
import io.quintet.orm.internal.sql.SqlCache;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** One database of a site: its pool, its dialect, its transactions. */
public final class Database implements AutoCloseable {
  /** Work on a connection. */
  @FunctionalInterface
  public interface ConnectionWork<T extends @Nullable Object> {
    /** Does it. */
    T run(Connection connection) throws SQLException;
  }

  /** Work in a transaction. */
  @FunctionalInterface
  public interface TransactionWork<T extends @Nullable Object, X extends Exception> {
    /** Does it. */
    T run() throws X;
  }

  private record Bound(Database database, Transaction transaction, @Nullable Bound outer) {}

  private static final Duration WRITER_WAIT = Duration.ofSeconds(20);

  private static final ScopedValue<Bound> BOUND = ScopedValue.newInstance();

  private final String alias;
  private final String address;
  private final Dialect dialect;
  private final Connections connections;
  private final Prepared.Preparer preparer;
  private final SqlCache sqlCache;
  private final ReentrantLock writer = new ReentrantLock(true);

  /** A database; {@code address} is shown to people and holds no password. */
  Database(
      String alias,
      String address,
      Dialect dialect,
      Connections connections,
      Prepared.Preparer preparer) {
    this.alias = alias;
    this.address = address;
    this.dialect = dialect;
    this.connections = connections;
    this.preparer = preparer;
    this.sqlCache = new SqlCache(dialect);
  }

  /** The alias, {@code default} for the first. */
  public String alias() {
    return alias;
  }

  /** The address without password. */
  public String address() {
    return address;
  }

  /** How it spells things. */
  public Dialect dialect() {
    return dialect;
  }

  /** The statements that were made for it. */
  public SqlCache sqlCache() {
    return sqlCache;
  }

  /** Whether the running code is inside a transaction on it. */
  public boolean inTransaction() {
    return current() != null;
  }

  private @Nullable Transaction current() {
    for (Bound b = BOUND.isBound() ? BOUND.get() : null; b != null; b = b.outer()) {
      if (b.database() == this) {
        return b.transaction();
      }
    }
    return null;
  }

  /** Work on the connection of the transaction, or on one of its own. */
  public <T extends @Nullable Object> T read(ConnectionWork<T> work) {
    Transaction transaction = current();
    try {
      return transaction != null ? work.run(transaction.connection()) : alone(work);
    } catch (SQLException e) {
      throw failure(e);
    }
  }

  /**
   * Work that only reads. When its connection turns out to be lost (the server was started anew) it
   * is done once more on another: a read that did not come back has done nothing.
   *
   * @param begun whether a row of the result was used already
   */
  <T extends @Nullable Object> T readAgainIfLost(ConnectionWork<T> work, BooleanSupplier begun) {
    if (inTransaction()) {
      return read(work);
    }
    try {
      return alone(work);
    } catch (SQLException e) {
      if (!dialect.failures().isConnectionLost(e) || begun.getAsBoolean()) {
        throw failure(e);
      }
      forgetConnections();
      return read(work);
    }
  }

  private <T extends @Nullable Object> T alone(ConnectionWork<T> work) throws SQLException {
    Connection connection = open();
    try {
      return work.run(connection);
    } finally {
      giveBack(connection);
    }
  }

  /**
   * Runs work on one connection: it is taken for the first statement and given back in the end, in
   * place of once for each statement. Each statement still commits by itself.
   */
  public <T extends @Nullable Object, X extends Exception> T onOneConnection(
      TransactionWork<T, X> work) throws X {
    if (inTransaction() || HeldConnection.of(this) != null) {
      return work.run();
    }
    HeldConnection held = new HeldConnection(this);
    try {
      return held.whileHeld(work);
    } finally {
      held.end();
    }
  }

  private void giveBack(Connection connection) throws SQLException {
    HeldConnection held = HeldConnection.of(this);
    if (held == null || !held.holds(connection)) {
      connections.giveBack(connection);
    }
  }

  Connections connections() {
    return connections;
  }

  /** Connections that a lost server has left are given up, the one that is held too. */
  private void forgetConnections() {
    connections.forgetAll();
    HeldConnection held = HeldConnection.of(this);
    if (held != null) {
      held.spoil();
    }
  }

  /** What an error of the driver means; connections that a lost server has left are given up. */
  private DbException failure(SQLException e) {
    if (dialect.failures().isConnectionLost(e)) {
      forgetConnections();
    }
    return DbException.of(e, this);
  }

  /** Prepares a statement, once for each connection. */
  Prepared prepare(Connection connection, String sql) throws SQLException {
    return preparer.prepare(connection, sql, true);
  }

  /** Prepares a statement whose text may never come again, or whose columns may change. */
  public Prepared prepareOnce(Connection connection, String sql) throws SQLException {
    return preparer.prepare(connection, sql, false);
  }

  /** Work that writes one statement. */
  public <T extends @Nullable Object> T write(ConnectionWork<T> work) {
    ReadScope.wrote(this);
    if (!dialect.features().oneWriter() || inTransaction()) {
      return read(work);
    }
    becomeWriter();
    try {
      return read(work);
    } finally {
      writer.unlock();
    }
  }

  private void becomeWriter() {
    boolean locked;
    try {
      locked = writer.tryLock(WRITER_WAIT.toSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ConflictException(
          "Interrupted while waiting to write to the database \"" + alias + "\".", e);
    }
    if (!locked) {
      throw new ConflictException(
          "Another transaction has been writing to the database \"%s\" for %d seconds; SQLite lets one write at a time. Make"
                  .formatted(alias, WRITER_WAIT.toSeconds())
              + " transactions shorter, or use PostgreSQL.",
          null);
    }
  }

  private Connection open() {
    return connect(HeldConnection.of(this));
  }

  private Connection connect(@Nullable HeldConnection held) {
    try {
      return held != null ? held.connection() : connections.take();
    } catch (SQLException e) {
      throw DbException.unavailable(e, this);
    }
  }

  /**
   * A connection for a result that is read step by step: that of the transaction, or one that no
   * other statement uses. The caller closes the lease.
   */
  public Lease lease() {
    Transaction transaction = current();
    return transaction != null
        ? new Lease(this, transaction.connection(), false)
        : new Lease(this, connect(null), true);
  }

  /** A connection and whether it has to be given back. */
  public record Lease(Database database, Connection connection, boolean own)
      implements AutoCloseable {
    @Override
    public void close() throws SQLException {
      if (own) {
        database.connections.giveBack(connection);
      }
    }
  }

  /** Runs work in a transaction, or in a savepoint of the running one. */
  public <T extends @Nullable Object, X extends Exception> T atomic(TransactionWork<T, X> work)
      throws X {
    Transaction outer = current();
    return outer == null ? transaction(work, false) : savepoint(outer, work);
  }

  /**
   * Runs work in a transaction that is rolled back in the end; inner blocks behave as if it were
   * not there.
   */
  public <T extends @Nullable Object, X extends Exception> T rolledBack(TransactionWork<T, X> work)
      throws X {
    return transaction(work, true);
  }

  private <T extends @Nullable Object, X extends Exception> T transaction(
      TransactionWork<T, X> work, boolean test) throws X {
    ReadScope.wrote(this);
    boolean lock = dialect.features().oneWriter();
    if (lock) {
      becomeWriter();
    }
    Transaction transaction;
    T result;
    try {
      Connection connection = open();
      try {
        transaction = new Transaction(connection, test);
        result = inTransaction(transaction, work, test);
      } finally {
        closeQuietly(connection);
      }
    } finally {
      if (lock) {
        writer.unlock();
      }
    }
    if (!test) {
      transaction.runHooks();
    }
    return result;
  }

  private <T extends @Nullable Object, X extends Exception> T inTransaction(
      Transaction transaction, TransactionWork<T, X> work, boolean test) throws X {
    boolean done = false;
    try {
      transaction.connection().setAutoCommit(false);
      StatementLog.note("BEGIN");
      T result = bind(transaction, work);
      done = true;
      if (test) {
        transaction.connection().rollback();
      } else {
        transaction.connection().commit();
        StatementLog.note("COMMIT");
      }
      return result;
    } catch (SQLException e) {
      throw failure(e);
    } finally {
      if (!done) {
        rollbackQuietly(transaction.connection());
      }
    }
  }

  private <T extends @Nullable Object, X extends Exception> T bind(
      Transaction transaction, TransactionWork<T, X> work) throws X {
    Bound bound = new Bound(this, transaction, BOUND.isBound() ? BOUND.get() : null);
    return ScopedValue.where(BOUND, bound).call(work::run);
  }

  private <T extends @Nullable Object, X extends Exception> T savepoint(
      Transaction outer, TransactionWork<T, X> work) throws X {
    int mark = outer.mark();
    Savepoint savepoint;
    try {
      savepoint = outer.begin();
    } catch (SQLException e) {
      throw failure(e);
    }
    boolean done = false;
    T result;
    try {
      result = work.run();
      done = true;
      outer.release(savepoint);
    } catch (SQLException e) {
      throw failure(e);
    } finally {
      if (!done) {
        outer.forgetAfter(mark);
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

  /** Runs work when the running transaction has committed; at once outside of one. */
  public void onCommit(Runnable work) {
    Transaction transaction = current();
    if (transaction == null || transaction.runsHooksNow()) {
      work.run();
    } else {
      transaction.afterCommit(work);
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
      giveBack(connection);
    } catch (SQLException e) {
      logRollback(e);
    }
  }

  /** The error that led here is already on its way to the caller. */
  private static void logRollback(SQLException e) {
    System.getLogger(Database.class.getName())
        .log(System.Logger.Level.WARNING, "A transaction could not be ended in order", e);
  }

  /** Closes the pool. */
  @Override
  public void close() {
    connections.close();
  }
}
