package io.quintet.orm.expr;

import io.quintet.orm.QueryException;

/** Checks names that become part of SQL. */
public final class Names {
  private Names() {}

  /**
   * The name itself.
   *
   * @throws IllegalArgumentException unless it consists of letters, digits and single underscores,
   *     a letter first
   */
  public static String check(String name) {
    boolean good =
        !name.isEmpty()
            && name.length() <= 63
            && !Character.isDigit(name.charAt(0))
            && !name.contains("__");
    for (int i = 0; good && i < name.length(); i++) {
      char c = name.charAt(i);
      good = c == '_' || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }
    if (!good) {
      throw new IllegalArgumentException(
          "This cannot be the name of a column in a query: "
              + shown(name)
              + ". Allowed are up to 63 letters, digits and single underscores, a letter first.");
    }
    return name;
  }

  /** A name from outside as a message may show it: short and without special characters. */
  static String shown(String name) {
    return name.chars()
        .limit(40)
        .mapToObj(c -> c < 32 || c > 126 ? "?" : String.valueOf((char) c))
        .reduce("", String::concat);
  }

  /**
   * A key of a JSON object, which may be any text but for the null character, which PostgreSQL
   * cannot store.
   *
   * @throws QueryException when the key holds one
   */
  public static String checkKey(String key) {
    if (key.indexOf('\0') >= 0) {
      throw new QueryException(
          "A key of a JSON object holds a null character (U+0000), which no database keeps: "
              + shown(key)
              + ".");
    }
    return key;
  }
}
