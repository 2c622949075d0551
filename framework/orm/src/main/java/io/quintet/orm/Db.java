package io.quintet.orm;

import io.quintet.orm.internal.db.Database;
import io.quintet.orm.internal.db.ReadScope;
import io.quintet.orm.internal.db.StatementLog;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Transactions of the running site.
 *
 * <pre>{@code
 * Db.atomic(() -> {
 *   order.save();
 *   Db.onCommit(() -> Mailer.confirm(order.id));   // only if it commits
 * });
 * }</pre>
 *
 * <p>An inner {@code atomic} is a savepoint: when it fails, only its own work is undone. Outside of
 * a transaction each statement commits by itself.
 */
public final class Db {
  /** Work without a result. */
  @FunctionalInterface
  public interface Action<X extends Exception> {
    /** Does it. */
    void run() throws X;
  }

  /** Work with a result. */
  @FunctionalInterface
  public interface Work<T extends @Nullable Object, X extends Exception> {
    /** Does it. */
    T run() throws X;
  }

  /** Work on a JDBC connection. */
  @FunctionalInterface
  public interface ConnectionWork<T extends @Nullable Object> {
    /** Does it; the connection must not be closed or kept. */
    T run(Connection connection) throws SQLException;
  }

  /** The statements that a block ran. */
  public record RecordedQueries(List<String> sql) {
    /** Copies the list. */
    public RecordedQueries {
      sql = List.copyOf(sql);
    }

    /** How many statements of rows there were: transactions and savepoints do not count. */
    public int count() {
      return (int) sql.stream().filter(s -> !CONTROL.contains(s)).count();
    }

    private static final List<String> CONTROL =
        List.of(
            "BEGIN",
            "COMMIT",
            "ROLLBACK",
            "SAVEPOINT",
            "RELEASE SAVEPOINT",
            "ROLLBACK TO SAVEPOINT");

    /** The statements, one a line. */
    @Override
    public String toString() {
      return String.join("\n", sql);
    }
  }

  private Db() {}

  /**
   * Runs work in a transaction on the default database: all of it happens, or nothing when it
   * throws.
   */
  public static <X extends Exception> void atomic(Action<X> work) throws X {
    atomicOn(Databases.DEFAULT, work);
  }

  /** Runs work in a transaction on the default database and returns its result. */
  public static <T extends @Nullable Object, X extends Exception> T atomic(Work<T, X> work)
      throws X {
    return atomicOn(Databases.DEFAULT, work);
  }

  /** Runs work in a transaction on a database. */
  public static <X extends Exception> void atomicOn(String alias, Action<X> work) throws X {
    database(alias)
        .<@Nullable Void, X>atomic(() -> {
          work.run();
          return null;
        });
  }

  /** Runs work in a transaction on a database and returns its result. */
  public static <T extends @Nullable Object, X extends Exception> T atomicOn(
      String alias, Work<T, X> work) throws X {
    return database(alias).<T, X>atomic(work::run);
  }

  /**
   * Runs work of the framework of which all happens or nothing. It takes no savepoint in a running
   * transaction, which cannot go on when the work fails after it wrote something.
   */
  static <X extends Exception> void wholeOn(String alias, Action<X> work) throws X {
    database(alias)
        .<@Nullable Void, X>whole(() -> {
          work.run();
          return null;
        });
  }

  /** The same with a result. */
  static <T extends @Nullable Object, X extends Exception> T wholeOn(String alias, Work<T, X> work)
      throws X {
    return database(alias).<T, X>whole(work::run);
  }

  /**
   * Runs work with many small statements on one connection to the default database, in place of
   * taking a connection for each. This is no transaction: each statement commits by itself. Do not
   * wait for anything else inside, since others may wait for the connection.
   */
  public static <T extends @Nullable Object, X extends Exception> T onOneConnection(Work<T, X> work)
      throws X {
    return database(Databases.DEFAULT).<T, X>onOneConnection(work::run);
  }

  /**
   * Runs work once the running transaction on the default database has committed; at once outside
   * of one.
   */
  public static void onCommit(Runnable work) {
    database(Databases.DEFAULT).onCommit(work);
  }

  /** Runs work once the running transaction on a database has committed; at once outside of one. */
  public static void onCommit(String alias, Runnable work) {
    database(alias).onCommit(work);
  }

  /**
   * Runs work that may read from the replicas of the setting {@code orm.replicas}, until it writes
   * to their primary or begins a transaction there; from then on it reads from the primary.
   * Requests and tasks run so; elsewhere all reading is from the primary.
   */
  public static <T extends @Nullable Object, X extends Exception> T readingFromReplicas(
      Work<T, X> work) throws X {
    Databases databases = Databases.current();
    return databases.haveReplicas()
        ? ScopedValue.where(ReadScope.CURRENT, new ReadScope(databases::replicas))
            .<T, X>call(work::run)
        : work.run();
  }

  /** Whether the running code is in a transaction on the default database. */
  public static boolean inTransaction() {
    return database(Databases.DEFAULT).inTransaction();
  }

  /** Whether the running code is in a transaction on a database. */
  public static boolean inTransaction(String alias) {
    return database(alias).inTransaction();
  }

  /**
   * Work on a JDBC connection of the default database: that of the running transaction, if there is
   * one.
   */
  public static <T extends @Nullable Object> T connection(ConnectionWork<T> work) {
    return connection(Databases.DEFAULT, work);
  }

  /** Work on a JDBC connection of a database: that of the running transaction, if there is one. */
  public static <T extends @Nullable Object> T connection(String alias, ConnectionWork<T> work) {
    return database(alias).<T>write(work::run);
  }

  /**
   * The rows of an SQL query of your own on the default database, each a map by column; values are
   * given for each ?.
   */
  public static List<Map<String, @Nullable Object>> query(String sql, @Nullable Object... values) {
    return RawQuery.maps(Databases.DEFAULT, RawQuery.statement(sql, values));
  }

  /**
   * Runs an SQL statement of your own on the default database; values are given for each ?. The
   * number of rows.
   */
  public static int execute(String sql, @Nullable Object... values) {
    return RawQuery.execute(Databases.DEFAULT, RawQuery.statement(sql, values));
  }

  /** SQL of your own with parameters by name, to be read into records, entities or maps. */
  public static RawSql sql(String sql) {
    return RawSql.of(sql);
  }

  /**
   * Checks now what the default database would check when the transaction commits: foreign keys.
   *
   * @throws IntegrityException when a row points to nothing
   */
  public static void checkConstraints() {
    DeferredConstraints.check(database(Databases.DEFAULT));
  }

  /** {@code sqlite} or {@code postgresql}: the kind of a database. */
  public static String vendor(String alias) {
    return database(alias).dialect().name();
  }

  /** Runs work and returns the statements that it ran in this thread; for tests. */
  public static <X extends Exception> RecordedQueries recordQueries(Action<X> work) throws X {
    StatementLog log = new StatementLog();
    ScopedValue.where(StatementLog.CURRENT, log)
        .<@Nullable Void, X>call(() -> {
          work.run();
          return null;
        });
    return new RecordedQueries(log.statements());
  }

  /**
   * Runs work on the default database and undoes all of it in the end; for tests. Inner {@code
   * atomic} blocks behave as if they committed: what waits for their commit runs.
   */
  public static <X extends Exception> void rolledBack(Action<X> work) throws X {
    database(Databases.DEFAULT)
        .<@Nullable Void, X>rolledBack(() -> {
          work.run();
          return null;
        });
  }

  static Database database(String alias) {
    return Databases.current().get(alias);
  }
}
