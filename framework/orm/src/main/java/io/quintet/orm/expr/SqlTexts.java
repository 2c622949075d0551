package io.quintet.orm.expr;

/** Checks text that becomes SQL as it is. */
final class SqlTexts {
  private static final String REFUSED = "'\"`;\\?$#";

  private SqlTexts() {}

  static String functionName(String name) {
    boolean good =
        !name.isEmpty()
            && name.length() <= 126
            && !isDigit(name.charAt(0))
            && name.charAt(0) != '.';
    for (int i = 0; good && i < name.length(); i++) {
      char c = name.charAt(i);
      good = c == '_' || c == '.' || isDigit(c) || isLetter(c);
    }
    if (!good) {
      throw new IllegalArgumentException(
          "This cannot be the name of a function in SQL: "
              + Names.shown(name)
              + ". Allowed are letters, digits, underscores and dots, a letter first.");
    }
    return name;
  }

  static String template(String template, int parts) {
    for (int i = 0; i < template.length(); i++) {
      char c = template.charAt(i);
      if (c < 32 || c > 126 || REFUSED.indexOf(c) >= 0 || isComment(template, i)) {
        throw new IllegalArgumentException(
            "A template of SQL holds no quotation marks, semicolons, comments, question marks, $, # or"
                + " backslashes: "
                + Names.shown(template)
                + ". Pass what varies as a part: SqlPart.value(...).");
      }
    }
    int places = (template.length() - template.replace("{}", "").length()) / 2;
    if (places != parts) {
      throw new IllegalArgumentException(
          "The template \"%s\" has %d places {}, but %d parts are given."
              .formatted(template, places, parts));
    }
    return template;
  }

  private static boolean isComment(String text, int at) {
    return text.startsWith("--", at) || text.startsWith("/*", at);
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }
}
