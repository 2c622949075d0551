package io.quintet.orm.internal.schema;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The algorithms of MariaDB, which say for how long which lock is held. */
record MariaRules(DatabaseVersion version) implements StatementRules {
  private static final Pattern PROMISED =
      Pattern.compile(".* ALGORITHM=(\\w+),? LOCK=NONE", Pattern.DOTALL);

  private record Rule(Pattern form, MariaAlgorithm algorithm) {}

  private static Rule rule(String form, MariaAlgorithm algorithm) {
    return new Rule(Pattern.compile("(?:" + form + ").*", Pattern.DOTALL), algorithm);
  }

  /** The first that fits counts; a statement with several changes is as dear as its dearest. */
  private static final List<Rule> RULES =
      List.of(
          rule("CREATE (UNIQUE )?INDEX|DROP INDEX", MariaAlgorithm.NOCOPY),
          rule("ALTER TABLE .* DROP FOREIGN KEY \\S+$", MariaAlgorithm.INSTANT),
          rule("ALTER TABLE .* FOREIGN KEY", MariaAlgorithm.COPY),
          rule("ALTER TABLE .* CHECK \\(", MariaAlgorithm.COPY),
          rule("ALTER TABLE .* DROP PRIMARY KEY", MariaAlgorithm.COPY),
          rule("ALTER TABLE .* MODIFY COLUMN", MariaAlgorithm.COPY),
          rule("ALTER TABLE .* ADD COLUMN .* DEFAULT \\(?uuid\\(", MariaAlgorithm.COPY),
          rule("ALTER TABLE .* ADD PRIMARY KEY", MariaAlgorithm.INPLACE),
          rule("ALTER TABLE .* ADD COLUMN .* UNIQUE", MariaAlgorithm.INPLACE),
          rule("ALTER TABLE .* ADD (INDEX|CONSTRAINT \\S+ UNIQUE)", MariaAlgorithm.NOCOPY),
          rule("ALTER TABLE|RENAME", MariaAlgorithm.INSTANT));

  @Override
  public StatementCost cost(String sql, List<String> earlier) {
    if (sql.matches("(?s)(UPDATE|DELETE|INSERT) .*")) {
      return StatementCost.of(sql, "the rows that change", "nobody", false, true);
    }
    if (sql.matches("(?s)SELECT .* FROM \".*")) {
      return StatementCost.of(sql, "", "nobody", false, true);
    }
    if (sql.startsWith("DROP TABLE") || sql.matches("ALTER TABLE \\S+ RENAME TO \\S+")) {
      return StatementCost.of(sql, "EXCLUSIVE", "everybody", false, false);
    }
    Matcher promised = PROMISED.matcher(sql);
    if (promised.matches()) {
      return of(sql, MariaAlgorithm.valueOf(promised.group(1)), true);
    }
    return RULES.stream()
        .filter(rule -> rule.form.matcher(sql).matches())
        .findFirst()
        .map(rule -> of(sql, rule.algorithm, rule.algorithm.isOnline(version)))
        .orElse(StatementCost.NOTHING);
  }

  private static StatementCost of(String sql, MariaAlgorithm algorithm, boolean online) {
    boolean rewrites = algorithm.compareTo(MariaAlgorithm.INPLACE) >= 0;
    return StatementCost.of(
        sql,
        algorithm + (online ? ", LOCK=NONE" : ", LOCK=SHARED"),
        online ? "nobody" : "writers",
        rewrites,
        algorithm != MariaAlgorithm.INSTANT);
  }
}
