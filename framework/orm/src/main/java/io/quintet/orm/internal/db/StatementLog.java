package io.quintet.orm.internal.db;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The statements that ran while it was bound. */
public final class StatementLog {
  /** The log of the running block. */
  public static final ScopedValue<StatementLog> CURRENT = ScopedValue.newInstance();

  private static final System.Logger LOG = System.getLogger("io.quintet.orm.sql");

  private final List<String> statements = Collections.synchronizedList(new ArrayList<>());

  /** Notes a statement. */
  public static void note(String sql) {
    if (CURRENT.isBound()) {
      CURRENT.get().statements.add(sql);
    }
    if (LOG.isLoggable(System.Logger.Level.TRACE)) {
      LOG.log(System.Logger.Level.TRACE, sql);
    }
  }

  /** The statements so far. */
  public List<String> statements() {
    return List.copyOf(statements);
  }
}
