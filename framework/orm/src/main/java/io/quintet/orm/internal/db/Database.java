package io.quintet.orm.internal.db;

import io.quintet.orm.DbException;
import io.quintet.orm.internal.dialect.Dialect;
import io.quintet.orm.internal.sql.SqlCache;
import java.sql.Connection;
import java.sql.SQLException;
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

  private final String alias;
  private final String address;
  private final Dialect dialect;
  private final Connections connections;
  private final Prepared.Preparer preparer;
  private final SqlCache sqlCache;
  private final OneWriter writer;
  private final Atomic atomic = new Atomic(this);

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
    this.writer = new OneWriter(alias);
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
    return Atomic.current(this);
  }

  /** Work on the connection of the transaction, or on one of its own. */
  public <T extends @Nullable Object> T read(ConnectionWork<T> work) {
    Transaction transaction = current();
    try {
      return transaction != null ? work.run(transaction.usable()) : alone(work);
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

  void giveBack(Connection connection) throws SQLException {
    HeldConnection held = HeldConnection.of(this);
    if (held == null || !held.holds(connection)) {
      connections.giveBack(connection);
    }
  }

  OneWriter writer() {
    return writer;
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
  DbException failure(SQLException e) {
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
    Transaction transaction = current();
    if (transaction != null) {
      transaction.writes();
      return read(work);
    }
    if (!dialect.features().oneWriter()) {
      return read(work);
    }
    writer.begin();
    try {
      return read(work);
    } finally {
      writer.end();
    }
  }

  Connection open() {
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
        ? new Lease(this, transaction.usable(), false)
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
    return outer == null ? atomic.transaction(work, false) : atomic.savepoint(outer, work);
  }

  /**
   * Runs work of which all happens or nothing. In a running transaction it takes no savepoint: when
   * it fails after it wrote something, that transaction can only be rolled back.
   */
  public <T extends @Nullable Object, X extends Exception> T whole(TransactionWork<T, X> work)
      throws X {
    Transaction outer = current();
    if (outer == null) {
      return atomic.transaction(work, false);
    }
    // A test's transaction behaves as if it were not there.
    return outer.runsHooksNow() ? atomic.savepoint(outer, work) : atomic.joined(outer, work);
  }

  /**
   * Runs work in a transaction that is rolled back in the end; inner blocks behave as if it were
   * not there.
   */
  public <T extends @Nullable Object, X extends Exception> T rolledBack(TransactionWork<T, X> work)
      throws X {
    return atomic.transaction(work, true);
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

  /** Closes the pool. */
  @Override
  public void close() {
    connections.close();
  }
}
