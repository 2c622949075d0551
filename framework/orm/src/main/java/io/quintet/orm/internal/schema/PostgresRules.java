package io.quintet.orm.internal.schema;

import java.util.List;
import java.util.regex.Pattern;

/** The locks of PostgreSQL. */
record PostgresRules(DatabaseVersion version) implements StatementRules {
  private static final String ALL = "ACCESS EXCLUSIVE";
  private static final String SHARE_UPDATE = "SHARE UPDATE EXCLUSIVE";
  private static final String SHARE_ROW = "SHARE ROW EXCLUSIVE";

  /**
   * A kind of statement.
   *
   * @param since the version from which on it counts
   */
  private record Rule(
      int since, Pattern form, String lock, String blocks, boolean rewrites, boolean reads) {}

  private static Rule rule(
      int since, String form, String lock, String blocks, boolean rewrites, boolean reads) {
    return new Rule(
        since,
        Pattern.compile("(?:" + form + ").*", Pattern.DOTALL),
        lock,
        blocks,
        rewrites,
        reads);
  }

  /** The first that fits and is not too new counts. */
  private static final List<Rule> RULES =
      List.of(
          rule(
              0, "(CREATE|DROP) (UNIQUE )?INDEX CONCURRENTLY", SHARE_UPDATE, "nobody", false, true),
          rule(0, "CREATE (UNIQUE )?INDEX", "SHARE", "writers", false, true),
          rule(12, "ALTER INDEX", SHARE_UPDATE, "nobody", false, false),
          rule(0, "ALTER INDEX", ALL, "everybody", false, false),
          rule(0, "COMMENT", SHARE_UPDATE, "nobody", false, false),
          rule(0, "UPDATE|DELETE|INSERT", "ROW EXCLUSIVE", "nobody", false, true),
          rule(0, ".* VALIDATE CONSTRAINT", SHARE_UPDATE, "nobody", false, true),
          rule(0, ".* FOREIGN KEY .* NOT VALID", SHARE_ROW, "writers", false, false),
          rule(0, ".* NOT VALID", ALL, "everybody", false, false),
          rule(0, ".* USING INDEX", ALL, "everybody", false, false),
          rule(
              0,
              "ALTER TABLE \\S+ ADD CONSTRAINT .* FOREIGN KEY",
              SHARE_ROW,
              "writers",
              false,
              true),
          rule(0, "ALTER TABLE \\S+ ADD CONSTRAINT", ALL, "everybody", false, true),
          rule(0, ".* ALTER COLUMN .* TYPE .* USING", ALL, "everybody", true, true),
          rule(0, ".* ALTER COLUMN \\S+ SET NOT NULL", ALL, "everybody", false, true),
          rule(0, ".* ADD COLUMN .* GENERATED", ALL, "everybody", true, true),
          rule(11, ".* ADD COLUMN .* (UNIQUE|REFERENCES)", ALL, "everybody", false, true),
          rule(11, ".* ADD COLUMN", ALL, "everybody", false, false),
          rule(0, ".* ADD COLUMN .* DEFAULT", ALL, "everybody", true, true),
          rule(0, ".* ADD COLUMN .* (UNIQUE|REFERENCES)", ALL, "everybody", false, true),
          rule(0, "ALTER TABLE|DROP", ALL, "everybody", false, false));

  private static final Pattern DEFAULT =
      Pattern.compile("ALTER TABLE .* ADD COLUMN .* DEFAULT (.*?)( NOT)? NULL.*", Pattern.DOTALL);
  private static final Pattern REFERENCES = Pattern.compile(" REFERENCES (\"(?:[^\"]|\"\")+\")");
  private static final Pattern NOT_NULL =
      Pattern.compile("(ALTER TABLE .*) ALTER COLUMN (\\S+) SET NOT NULL");

  @Override
  public StatementCost cost(String sql, List<String> earlier) {
    if (sql.startsWith("CREATE TABLE ")) {
      return created(sql, earlier);
    }
    var computed = DEFAULT.matcher(sql);
    if (computed.matches() && PostgresTypes.isComputedPerRow(computed.group(1))) {
      return StatementCost.of(sql, ALL, "everybody", true, true);
    }
    if (isProven(sql, earlier)) {
      return StatementCost.of(sql, ALL, "everybody", false, false);
    }
    return RULES.stream()
        .filter(rule -> rule.since <= version.major() && rule.form.matcher(sql).matches())
        .findFirst()
        .map(rule -> StatementCost.of(sql, rule.lock, rule.blocks, rule.rewrites, rule.reads))
        .orElse(StatementCost.NOTHING);
  }

  /** The tables that the keys of a new one point to are locked for a moment. */
  private static StatementCost created(String sql, List<String> earlier) {
    return REFERENCES
        .matcher(sql)
        .results()
        .map(found -> "CREATE TABLE " + found.group(1))
        .filter(other -> !sql.startsWith(other))
        .filter(other -> earlier.stream().noneMatch(one -> one.startsWith(other)))
        .findFirst()
        .map(other -> StatementCost.of(other, SHARE_ROW, "writers", false, false))
        .orElse(StatementCost.NOTHING);
  }

  /** Since version 12 a check that was validated saves looking for null in all rows. */
  private boolean isProven(String sql, List<String> earlier) {
    var column = NOT_NULL.matcher(sql);
    if (!column.matches() || !version.isAtLeast(12, 0)) {
      return false;
    }
    String check = " CHECK (" + column.group(2) + " IS NOT NULL) NOT VALID";
    return earlier.stream()
        .filter(one -> one.startsWith(column.group(1)) && one.endsWith(check))
        .map(one -> one.replaceFirst(" ADD (CONSTRAINT \\S+) CHECK .*", " VALIDATE $1"))
        .anyMatch(earlier::contains);
  }
}
