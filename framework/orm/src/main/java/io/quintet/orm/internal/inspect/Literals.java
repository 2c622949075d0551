package io.quintet.orm.internal.inspect;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Defaults of columns that are plain values. */
final class Literals {
  private static final Pattern CAST = Pattern.compile("::[\\w\" ]+(?:\\([\\d, ]+\\))?(?:\\[])?$");
  private static final Pattern TEXT = Pattern.compile("'((?:[^']|'')*)'");
  private static final Pattern NUMBER = Pattern.compile("-?\\d+(?:\\.\\d+)?");

  private Literals() {}

  /** The value without quotes, casts and brackets, or empty when it is computed. */
  static Optional<String> value(String sql) {
    String text = sql.strip();
    String before;
    do {
      before = text;
      text = CAST.matcher(text).replaceFirst("").strip();
      if (text.startsWith("(") && text.endsWith(")")) {
        text = text.substring(1, text.length() - 1).strip();
      }
    } while (!text.equals(before));
    Matcher quoted = TEXT.matcher(text);
    if (quoted.matches()) {
      return Optional.of(quoted.group(1).replace("''", "'"));
    }
    String joined = text.replaceFirst("^- ", "-");
    return NUMBER.matcher(joined).matches() || text.matches("(?i)true|false")
        ? Optional.of(joined)
        : Optional.empty();
  }

  static boolean isNumber(String value) {
    return NUMBER.matcher(value).matches();
  }

  /** A Java string literal. */
  static String java(String text) {
    return io.quintet.orm.internal.schema.MigrationWriter.literal(text);
  }
}
