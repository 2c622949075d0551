package io.quintet.orm.internal.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a statement of a migration asks of a database.
 *
 * @param lock the lock on an existing table in the database's words, or empty for none
 * @param blocks who waits meanwhile: {@code nobody}, {@code writers} or {@code everybody}
 * @param rewrites whether all rows are written anew
 * @param reads whether all rows are read
 * @param table the table, or empty
 */
record StatementCost(String lock, String blocks, boolean rewrites, boolean reads, String table) {
  static final StatementCost NOTHING = new StatementCost("", "nobody", false, false, "");

  private static final Pattern TABLE =
      Pattern.compile("(?:TABLE|ON|UPDATE|INTO|FROM) (?:ONLY |IF EXISTS )?\"((?:[^\"]|\"\")+)\"");
  private static final Pattern CREATED = Pattern.compile("CREATE TABLE \"((?:[^\"]|\"\")+)\".*");

  /**
   * What each of some statements that follow each other costs, in their order. Of a table that one
   * of them makes nobody else knows yet.
   */
  static List<StatementCost> of(DatabaseVersion version, List<String> statements) {
    StatementRules rules = StatementRules.of(version);
    List<String> made = new ArrayList<>();
    List<StatementCost> costs = new ArrayList<>();
    for (int i = 0; i < statements.size(); i++) {
      String sql = statements.get(i);
      Matcher created = CREATED.matcher(sql);
      if (created.lookingAt()) {
        made.add(created.group(1));
      }
      StatementCost cost = rules.cost(sql, statements.subList(0, i));
      boolean known = !made.contains(cost.table) || cost.table.startsWith(SqliteRules.FRESH);
      costs.add(known ? cost : NOTHING);
    }
    return costs;
  }

  /** With the table that stands in a statement. */
  static StatementCost of(String sql, String lock, String blocks, boolean rewrites, boolean reads) {
    return new StatementCost(lock, blocks, rewrites, reads, table(sql));
  }

  static String table(String sql) {
    Matcher table = TABLE.matcher(sql);
    return table.find() ? table.group(1) : "";
  }

  /** Whether others wait as long as it takes to go through the table. */
  boolean holdsOthersUp() {
    return !blocks.equals("nobody") && (rewrites || reads);
  }
}
