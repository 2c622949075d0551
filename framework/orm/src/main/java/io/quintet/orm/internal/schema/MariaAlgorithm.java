package io.quintet.orm.internal.schema;

/** How MariaDB changes a table of InnoDB, from the cheapest on. */
enum MariaAlgorithm {
  /** A note about the table; no row is touched. */
  INSTANT,
  /** An index is built beside the rows, which stay where they are. */
  NOCOPY,
  /** The table is built anew while others go on reading and writing. */
  INPLACE,
  /** The table is copied row by row; before version 11.2 nobody can write meanwhile. */
  COPY;

  /** Whether others can write while it lasts. */
  boolean isOnline(DatabaseVersion version) {
    return this != COPY || version.isAtLeast(11, 2);
  }

  /** What stands behind {@code ALTER TABLE}, so that the server does no more than that. */
  String clause() {
    return ", ALGORITHM=" + this + ", LOCK=NONE";
  }

  /** The same behind {@code CREATE INDEX}. */
  String indexClause() {
    return " ALGORITHM=" + this + " LOCK=NONE";
  }
}
