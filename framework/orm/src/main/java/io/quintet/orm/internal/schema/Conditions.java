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

  /**
   * The place of the bracket that closes one opened before; text in quotes is skipped.
   *
   * @param start behind the opening bracket
   * @return the place, or the length of the text where none closes it
   */
  public static int closing(String sql, int start) {
    int depth = 1;
    boolean quoted = false;
    for (int i = start; i < sql.length(); i++) {
      char c = sql.charAt(i);
      if (c == '\'') {
        quoted = !quoted;
      } else if (!quoted && c == '(') {
        depth++;
      } else if (!quoted && c == ')' && --depth == 0) {
        return i;
      }
    }
    return sql.length();
  }

  /** A condition without space, brackets and quotes, of which databases add some. */
  public static String bare(String condition) {
    return condition.replaceAll("[\\s()\"`]", "");
  }
}
