package io.quintet.orm.internal.dialect.mariadb;

import io.quintet.orm.internal.dialect.Failures;
import java.sql.SQLException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Understands MariaDB's errors by their numbers. */
public final class MariaFailures implements Failures {
  private static final Pattern KEY = Pattern.compile("for key '(?:[^'.]*\\.)?([^']+)'");
  private static final Pattern FOREIGN =
      Pattern.compile("[`\"]([^`\"]+)[`\"], CONSTRAINT [`\"]([^`\"]+)[`\"]");
  private static final Pattern COLUMN = Pattern.compile("(?:Column|Field) '([^']+)'");
  private static final Pattern CHECK =
      Pattern.compile(
          "CONSTRAINT [`\"]([^`\"]+)[`\"] failed for [`\"][^`\"]*[`\"]\\.[`\"]([^`\"]+)[`\"]");

  @Override
  public Failure of(SQLException error) {
    String message = String.valueOf(error.getMessage());
    return switch (error.getErrorCode()) {
      case 1062 -> new Failure(Kind.UNIQUE, group(KEY, message, 1), "", List.of());
      case 1451, 1452, 1216, 1217 ->
          new Failure(
              Kind.FOREIGN_KEY, group(FOREIGN, message, 2), group(FOREIGN, message, 1), List.of());
      case 1048, 1364 -> new Failure(Kind.NOT_NULL, "", "", columns(message));
      case 4025 ->
          new Failure(Kind.CHECK, group(CHECK, message, 1), group(CHECK, message, 2), List.of());
      case 1213, 1205, 1020 -> Failure.of(Kind.CONFLICT);
      case 1146, 1054 -> Failure.of(Kind.MISSING_TABLE);
      case 1969, 3024 -> Failure.of(Kind.TIMEOUT);
      default -> Failure.of(Kind.OTHER);
    };
  }

  private static List<String> columns(String message) {
    String column = group(COLUMN, message, 1);
    return column.isEmpty() ? List.of() : List.of(column);
  }

  private static String group(Pattern pattern, String message, int group) {
    Matcher matcher = pattern.matcher(message);
    return matcher.find() ? matcher.group(group) : "";
  }

  /** The driver puts the number of the connection in front. */
  @Override
  public String text(@org.jspecify.annotations.Nullable String message) {
    return Failures.super.text(message).replaceFirst("^\\(conn=\\d+\\) ", "");
  }
}
