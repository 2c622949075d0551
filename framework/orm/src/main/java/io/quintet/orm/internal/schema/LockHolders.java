package io.quintet.orm.internal.schema;

import io.quintet.orm.migrations.MigrationException;
import java.sql.SQLException;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Who holds the lock that a statement needs, in words for the person who migrates. */
final class LockHolders {
  private static final Pattern QUOTED = Pattern.compile("\"((?:[^\"]|\"\")+)\"");

  private static final String POSTGRESQL =
      """
      SELECT DISTINCT l.relation::regclass, a.pid,
        extract(epoch FROM clock_timestamp() - a.xact_start)::int, left(a.query, 200)
      FROM pg_locks l JOIN pg_stat_activity a ON a.pid = l.pid
      WHERE l.granted AND l.relation = ANY(ARRAY[%s]::oid[]) AND l.pid <> pg_backend_pid()
      """;

  /** MariaDB does not tell which tables a transaction uses. */
  private static final String MARIADB =
      """
      SELECT p.id, timestampdiff(SECOND, t.trx_started, now()), coalesce(left(p.info, 200), '')
      FROM information_schema.innodb_trx t
      JOIN information_schema.processlist p ON p.id = t.trx_mysql_thread_id
      WHERE p.id <> connection_id() AND p.db = DATABASE() ORDER BY t.trx_started
      """;

  private LockHolders() {}

  /** Who was in the way of a statement that got no lock in time. */
  static String text(MigrationException failure, SqlRunner.Live sql) {
    List<String> holders =
        "55P03".equals(state(failure)) ? postgresql(failure.getMessage(), sql) : mariaDb(sql);
    return holders.isEmpty()
        ? "The lock that a statement needs is held by another process."
        : String.join(" ", holders);
  }

  private static String state(Throwable error) {
    for (Throwable at = error; at != null; at = at.getCause()) {
      if (at instanceof SQLException found) {
        return String.valueOf(found.getSQLState());
      }
    }
    return "";
  }

  private static List<String> postgresql(String failed, SqlRunner.Live sql) {
    String tables =
        QUOTED
            .matcher(failed)
            .results()
            .map(found -> "to_regclass(" + Literals.sql(Vendor.POSTGRESQL, found.group()) + ")")
            .distinct()
            .collect(Collectors.joining(", "));
    if (tables.isEmpty()) {
      return List.of();
    }
    return sql.ask(POSTGRESQL.formatted(tables)).stream()
        .map(row ->
            "Table %s is in use by process %s (for %s s): %s."
                .formatted(row.get(0), row.get(1), row.get(2), row.get(3).strip()))
        .toList();
  }

  private static List<String> mariaDb(SqlRunner.Live sql) {
    try {
      return sql.ask(MARIADB).stream()
          .map(row ->
              "A transaction is open in connection %s (for %s s)%s."
                  .formatted(
                      row.get(0),
                      row.get(1),
                      row.get(2).isEmpty()
                          ? ", which does nothing now"
                          : ": " + row.get(2).strip()))
          .toList();
    } catch (MigrationException e) {
      return List.of(
          "The lock that a statement needs is held by another connection; which one, MariaDB tells only a user with the right PROCESS.");
    }
  }
}
