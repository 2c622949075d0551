package io.quintet.orm.internal.db;

import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** The connection that a block of work keeps between its statements. */
final class HeldConnection {
  private record Bound(HeldConnection held, @Nullable Bound outer) {}

  private static final ScopedValue<Bound> BOUND = ScopedValue.newInstance();

  private final Database database;
  private final Thread thread = Thread.currentThread();
  private @Nullable Connection connection;
  private boolean spoiled;

  HeldConnection(Database database) {
    this.database = database;
  }

  /** What the running block holds of a database; another thread that it started holds nothing. */
  static @Nullable HeldConnection of(Database database) {
    for (Bound b = BOUND.isBound() ? BOUND.get() : null; b != null; b = b.outer()) {
      if (b.held().database == database && b.held().thread == Thread.currentThread()) {
        return b.held();
      }
    }
    return null;
  }

  <T extends @Nullable Object, X extends Exception> T whileHeld(Database.TransactionWork<T, X> work)
      throws X {
    Bound bound = new Bound(this, BOUND.isBound() ? BOUND.get() : null);
    return ScopedValue.where(BOUND, bound).call(work::run);
  }

  /** The connection, taken now if it was not. */
  Connection connection() throws SQLException {
    if (spoiled) {
      end();
    }
    Connection held = connection;
    if (held == null) {
      held = database.connections().take();
      connection = held;
    }
    return held;
  }

  boolean holds(Connection other) {
    return connection == other;
  }

  /** It is lost: the next statement takes another. */
  void spoil() {
    spoiled = true;
  }

  /** Gives it back. */
  void end() {
    Connection held = connection;
    connection = null;
    spoiled = false;
    if (held != null) {
      database.connections().giveBackQuietly(held);
    }
  }
}
