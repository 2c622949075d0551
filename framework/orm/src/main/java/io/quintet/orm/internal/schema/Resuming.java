package io.quintet.orm.internal.schema;

import io.quintet.orm.migrations.MigrationException;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Runs the statements of an operation that was broken off: those that were done before it was are
 * recognised by what the database says, and passed over. Each statement of MariaDB is done whole or
 * not at all.
 */
record Resuming(SqlRunner next, Consumer<String> notice) implements SqlRunner {
  /**
   * The table exists or does not, the column exists or does not, the key exists or does not, there
   * is a primary key already, the foreign key exists.
   */
  private static final Set<Integer> DONE =
      Set.of(1050, 1051, 1054, 1060, 1061, 1068, 1091, 1146, 1176, 1826, 4092);

  @Override
  public void run(String sql) {
    try {
      next.run(sql);
    } catch (MigrationException e) {
      if (!(e.getCause() instanceof SQLException cause) || !DONE.contains(cause.getErrorCode())) {
        throw e;
      }
      notice.accept("Done before it was broken off: " + sql);
    }
  }

  @Override
  public void fill(BatchedFill fill) {
    next.fill(fill);
  }

  @Override
  public List<List<String>> ask(String sql) {
    return next.ask(sql);
  }
}
