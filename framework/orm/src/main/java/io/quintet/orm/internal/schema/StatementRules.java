package io.quintet.orm.internal.schema;

import java.util.List;

/** What the statements of migrations cost on one database, by its version. */
sealed interface StatementRules permits PostgresRules, MariaRules, SqliteRules {
  /**
   * What a statement costs.
   *
   * @param earlier the statements before it, of which some make it cheaper
   */
  StatementCost cost(String sql, List<String> earlier);

  static StatementRules of(DatabaseVersion version) {
    return switch (version.vendor()) {
      case POSTGRESQL -> new PostgresRules(version);
      case MARIADB -> new MariaRules(version);
      case SQLITE -> new SqliteRules();
    };
  }
}
