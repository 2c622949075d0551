package io.quintet.orm.internal.schema;

import java.util.List;

/**
 * SQLite locks the whole database for writing while a migration goes on; a table that is built anew
 * is copied row by row.
 */
record SqliteRules() implements StatementRules {
  static final String FRESH = "new__";

  private static final String LOCK = "the database, for writing";

  @Override
  public StatementCost cost(String sql, List<String> earlier) {
    if (sql.startsWith("--") || sql.startsWith("PRAGMA")) {
      return StatementCost.NOTHING;
    }
    boolean copies = sql.startsWith("INSERT INTO \"" + FRESH);
    if (copies) {
      String old = sql.substring(sql.lastIndexOf(" FROM \""));
      return StatementCost.of(old, LOCK, "writers", true, true);
    }
    boolean reads = sql.matches("(?s)CREATE (UNIQUE )?INDEX.*|(UPDATE|DELETE) .*");
    return StatementCost.of(sql, LOCK, "writers", false, reads);
  }
}
