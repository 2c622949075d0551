package io.quintet.orm.internal.schema;

/** SQL conditions that are kept as text. */
public final class Conditions {
  private Conditions() {}

  /** Renames a column in a condition; text in single quotes is left alone. */
  public static String renameColumn(String sql, String from, String to) {
    if (from.equals(to)) {
      return sql;
    }
    StringBuilder out = new StringBuilder();
    int i = 0;
    while (i < sql.length()) {
      char c = sql.charAt(i);
      int end = i + 1;
      if (c == '\'') {
        while (end < sql.length() && sql.charAt(end) != '\'') {
          end++;
        }
        end = Math.min(end + 1, sql.length());
      } else if (Character.isJavaIdentifierStart(c)) {
        while (end < sql.length() && Character.isJavaIdentifierPart(sql.charAt(end))) {
          end++;
        }
      }
      String token = sql.substring(i, end);
      out.append(token.equals(from) ? to : token);
      i = end;
    }
    return out.toString();
  }
}
