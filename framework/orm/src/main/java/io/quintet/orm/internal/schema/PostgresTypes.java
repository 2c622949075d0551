package io.quintet.orm.internal.schema;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which changes of a type PostgreSQL makes without touching the rows. */
final class PostgresTypes {
  private static final Pattern VARCHAR = Pattern.compile("varchar\\((\\d+)\\)");
  private static final Pattern NUMERIC = Pattern.compile("numeric\\((\\d+), (\\d+)\\)");

  private PostgresTypes() {}

  /** Whether the database gives a value this type, or refuses it, without being told how. */
  static boolean isText(String type) {
    return type.equals("text") || VARCHAR.matcher(type).matches();
  }

  /** Whether every stored value of one type is one of the other as it stands. */
  static boolean isWider(String from, String to) {
    if (from.equals(to)) {
      return true;
    }
    Matcher shortText = VARCHAR.matcher(from);
    Matcher longText = VARCHAR.matcher(to);
    if (shortText.matches()) {
      return to.equals("text")
          || (longText.matches()
              && Integer.parseInt(shortText.group(1)) <= Integer.parseInt(longText.group(1)));
    }
    Matcher few = NUMERIC.matcher(from);
    Matcher many = NUMERIC.matcher(to);
    return few.matches()
        && many.matches()
        && few.group(2).equals(many.group(2))
        && Integer.parseInt(few.group(1)) <= Integer.parseInt(many.group(1));
  }

  /** Whether a default of the database is another value for each row, as far as its text tells. */
  static boolean isComputedPerRow(String sql) {
    return sql.replaceAll("'[^']*'", "").contains("(")
        && !sql.matches("(?i)(now|current_timestamp|statement_timestamp)\\(?\\)?");
  }
}
