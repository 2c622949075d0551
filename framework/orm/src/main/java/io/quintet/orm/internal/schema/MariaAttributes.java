package io.quintet.orm.internal.schema;

import java.util.List;
import java.util.Locale;

/**
 * What MariaDB knows of a column that no model says, because another program or a person added it.
 * A column that is defined anew must say it again, or it is lost.
 *
 * @param collation what stands behind the type, or nothing
 * @param others what stands at the end, or nothing
 */
record MariaAttributes(String collation, String others) {
  static final MariaAttributes NONE = new MariaAttributes("", "");

  private static final String FIND =
      """
      SELECT c.extra, c.column_comment, c.collation_name, t.table_collation, k.check_clause
      FROM information_schema.columns c
      JOIN information_schema.tables t ON t.table_schema = c.table_schema AND t.table_name = c.table_name
      LEFT JOIN information_schema.check_constraints k ON k.constraint_schema = c.table_schema
        AND k.table_name = c.table_name AND k.constraint_name = c.column_name AND k.level = 'Column'
      WHERE c.table_schema = DATABASE() AND c.table_name = %s AND c.column_name = %s
      """;

  /**
   * Of a column as it is; none where there is nothing to look at.
   *
   * @param type the type that it gets
   */
  static MariaAttributes of(SqlRunner runner, String table, String column, String type) {
    List<List<String>> found =
        runner.ask(
            FIND.formatted(
                Literals.sql(Vendor.MARIADB, table), Literals.sql(Vendor.MARIADB, column)));
    return found.isEmpty() ? NONE : of(found.getFirst(), type);
  }

  private static MariaAttributes of(List<String> row, String type) {
    String extra = row.get(0).toLowerCase(Locale.ROOT);
    String comment = row.get(1);
    String collation = row.get(2);
    String check = row.get(4);
    boolean json = check.startsWith("json_valid(");
    boolean otherCollation =
        type.matches("varchar.*|char.*|longtext")
            && !json
            && !collation.equals("null")
            && !collation.equals(row.get(3));
    StringBuilder others = new StringBuilder();
    int onUpdate = extra.indexOf("on update ");
    if (onUpdate >= 0 && type.startsWith("datetime")) {
      others.append(" ON UPDATE ").append(row.get(0).substring(onUpdate + 10).split(",")[0]);
    }
    if (extra.contains("invisible")) {
      others.append(" INVISIBLE");
    }
    if (!comment.isEmpty()) {
      others.append(" COMMENT ").append(Literals.sql(Vendor.MARIADB, comment));
    }
    if (!check.equals("null") && !json) {
      others.append(" CHECK (").append(check).append(')');
    }
    return new MariaAttributes(otherCollation ? " COLLATE " + collation : "", others.toString());
  }
}
