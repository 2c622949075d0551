package io.quintet.orm.internal.schema;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a statement of a migration asks of PostgreSQL.
 *
 * @param lock the lock on an existing table, in PostgreSQL's words, or empty for none
 * @param blocks who waits meanwhile: {@code nobody}, {@code writers} or {@code everybody}
 * @param rewrites whether all rows are written anew
 * @param reads whether all rows are read
 * @param table the table, or empty
 */
record StatementCost(String lock, String blocks, boolean rewrites, boolean reads, String table) {
  private static final Pattern TABLE =
      Pattern.compile("(?:TABLE|ON|UPDATE|INTO|FROM) (?:ONLY )?\"((?:[^\"]|\"\")+)\"");
  private static final StatementCost NOTHING = new StatementCost("", "nobody", false, false, "");

  private record Rule(String begins, String lock, String blocks, boolean rewrites, boolean reads) {}

  /** The first that fits counts. */
  private static final List<Rule> RULES =
      List.of(
          new Rule("CREATE TABLE", "", "nobody", false, false),
          new Rule(
              "(CREATE|DROP) (UNIQUE )?INDEX CONCURRENTLY",
              "SHARE UPDATE EXCLUSIVE",
              "nobody",
              false,
              true),
          new Rule("CREATE (UNIQUE )?INDEX", "SHARE", "writers", false, true),
          new Rule("ALTER INDEX", "SHARE UPDATE EXCLUSIVE", "nobody", false, false),
          new Rule("COMMENT", "SHARE UPDATE EXCLUSIVE", "nobody", false, false),
          new Rule("UPDATE|DELETE|INSERT", "ROW EXCLUSIVE", "nobody", false, true),
          new Rule(".* VALIDATE CONSTRAINT", "SHARE UPDATE EXCLUSIVE", "nobody", false, true),
          new Rule(".* FOREIGN KEY .* NOT VALID", "SHARE ROW EXCLUSIVE", "writers", false, false),
          new Rule(".* NOT VALID", "ACCESS EXCLUSIVE", "everybody", false, false),
          new Rule(".* USING INDEX", "ACCESS EXCLUSIVE", "everybody", false, false),
          new Rule(
              "ALTER TABLE \\S+ ADD CONSTRAINT .* FOREIGN KEY",
              "SHARE ROW EXCLUSIVE",
              "writers",
              false,
              true),
          new Rule("ALTER TABLE \\S+ ADD CONSTRAINT", "ACCESS EXCLUSIVE", "everybody", false, true),
          new Rule(".* ALTER COLUMN .* TYPE .* USING", "ACCESS EXCLUSIVE", "everybody", true, true),
          new Rule(".* ADD COLUMN .* GENERATED", "ACCESS EXCLUSIVE", "everybody", true, true),
          new Rule(
              ".* ADD COLUMN .* (UNIQUE|REFERENCES)", "ACCESS EXCLUSIVE", "everybody", false, true),
          new Rule("ALTER TABLE|DROP", "ACCESS EXCLUSIVE", "everybody", false, false));

  static StatementCost of(String sql) {
    for (Rule rule : RULES) {
      if (Pattern.compile(rule.begins + ".*", Pattern.DOTALL).matcher(sql).matches()) {
        Matcher table = TABLE.matcher(sql);
        return new StatementCost(
            rule.lock, rule.blocks, rule.rewrites, rule.reads, table.find() ? table.group(1) : "");
      }
    }
    return NOTHING;
  }
}
