package io.quintet.orm.internal.sql;

/** Finds the parts of SQL in which a colon means nothing. */
final class SqlTokens {
  private SqlTokens() {}

  /** The end of the text, quoted name or comment that begins at a position; else that position. */
  static int skip(String sql, int at) {
    char c = sql.charAt(at);
    if (c == '\'' || c == '"' || c == '`') {
      return quoted(sql, at, c);
    }
    if (sql.startsWith("--", at)) {
      return after(sql, "\n", at);
    }
    if (sql.startsWith("/*", at)) {
      return after(sql, "*/", at + 2);
    }
    return c == '$' ? dollarQuoted(sql, at) : at;
  }

  private static int quoted(String sql, int at, char quote) {
    int end = sql.indexOf(quote, at + 1);
    return end < 0 ? sql.length() : end + 1;
  }

  private static int after(String sql, String end, int from) {
    int found = sql.indexOf(end, from);
    return found < 0 ? sql.length() : found + end.length();
  }

  /** PostgreSQL's {@code $tag$ ... $tag$}. */
  private static int dollarQuoted(String sql, int at) {
    int end = nameEnd(sql, at + 1);
    if (end >= sql.length() || sql.charAt(end) != '$') {
      return at;
    }
    return after(sql, sql.substring(at, end + 1), end + 1);
  }

  /** The end of the name that begins at a position; that position when there is none. */
  static int nameEnd(String sql, int at) {
    int end = at;
    while (end < sql.length() && isNamePart(sql.charAt(end), end > at)) {
      end++;
    }
    return end;
  }

  private static boolean isNamePart(char c, boolean digits) {
    return c == '_'
        || (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (digits && c >= '0' && c <= '9');
  }
}
