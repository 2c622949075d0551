package io.quintet.orm.internal.schema;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How large tables are, by the database's own statistics: no rows are counted. */
final class TableSizes {
  /** Below this many bytes a change takes no longer than getting the lock. */
  static final long LARGE = 1 << 20;

  private final Vendor vendor;
  private final SqlRunner sql;
  private final Map<String, Boolean> large = new HashMap<>();

  TableSizes(Vendor vendor, SqlRunner sql) {
    this.vendor = vendor;
    this.sql = sql;
  }

  /** Whether a change that goes through the table would hold others up; looked up once. */
  boolean isLarge(String table) {
    return large.computeIfAbsent(table, name -> number(bytes(name)) >= LARGE);
  }

  private String bytes(String table) {
    return switch (vendor) {
      case POSTGRESQL -> "SELECT coalesce(pg_relation_size(" + regclass(table) + "), 0)";
      case MARIADB -> "SELECT coalesce(data_length, 0)" + mariaTable(table);
      case SQLITE -> "SELECT 0";
    };
  }

  /** About how many rows a table has; 0 where there is none or nothing is known. */
  long rows(String table) {
    if (table.isEmpty()) {
      return 0;
    }
    return switch (vendor) {
      case POSTGRESQL ->
          number(
              "SELECT greatest(reltuples::bigint, 0) FROM pg_class WHERE oid = " + regclass(table));
      case MARIADB -> number("SELECT coalesce(table_rows, 0)" + mariaTable(table));
      case SQLITE ->
          sql.ask("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = " + literal(table))
                  .isEmpty()
              ? 0
              : number("SELECT coalesce(max(rowid), 0) FROM " + Literals.quote(table));
    };
  }

  private String regclass(String table) {
    return "to_regclass(" + literal(Literals.quote(table)) + ")";
  }

  private String mariaTable(String table) {
    return " FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name = "
        + literal(table);
  }

  private String literal(String text) {
    return Literals.sql(vendor, text);
  }

  private long number(String query) {
    List<List<String>> found = sql.ask(query);
    return found.isEmpty() ? 0 : Long.parseLong(found.getFirst().getFirst());
  }
}
