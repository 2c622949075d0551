package io.quintet.orm.internal.dialect;

import io.quintet.core.json.Json;
import io.quintet.orm.expr.Fn;
import io.quintet.orm.expr.Lookup;
import io.quintet.orm.meta.FieldType;
import io.quintet.storage.StoredFile;
import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How SQLite spells things. Case matters where the look-up says so (GLOB), and letters of all
 * languages fold.
 */
final class SqliteOperations implements Operations {
  @Override
  public String pattern(Lookup lookup, String left, String value) {
    return switch (lookup) {
      case CONTAINS, STARTS_WITH, ENDS_WITH -> left + " GLOB ?";
      case ICONTAINS, ISTARTS_WITH, IENDS_WITH, IEXACT -> like(left, value);
      case REGEX, IREGEX -> "quintet_regexp(?, " + left + ")";
      default -> throw new IllegalArgumentException("no pattern: " + lookup);
    };
  }

  private static String like(String left, String value) {
    return ascii(value)
        ? left + " LIKE ? ESCAPE '\\'"
        : "quintet_fold(" + left + ") LIKE ? ESCAPE '\\'";
  }

  private static boolean ascii(String text) {
    return text.chars().allMatch(c -> c < 128);
  }

  @Override
  public String patternValue(Lookup lookup, String value) {
    return switch (lookup) {
      case CONTAINS -> "*" + glob(value) + "*";
      case STARTS_WITH -> glob(value) + "*";
      case ENDS_WITH -> "*" + glob(value);
      case ICONTAINS -> "%" + folded(value) + "%";
      case ISTARTS_WITH -> folded(value) + "%";
      case IENDS_WITH -> "%" + folded(value);
      case IEXACT -> folded(value);
      case REGEX -> value;
      case IREGEX -> "(?i)" + value;
      default -> throw new IllegalArgumentException("no pattern: " + lookup);
    };
  }

  private static String folded(String value) {
    String escaped = Operations.escapeLike(value);
    return ascii(value) ? escaped : escaped.toLowerCase(Locale.ROOT);
  }

  private static String glob(String value) {
    StringBuilder out = new StringBuilder();
    for (char c : value.toCharArray()) {
      if (c == '*' || c == '?' || c == '[') {
        out.append('[').append(c).append(']');
      } else {
        out.append(c);
      }
    }
    return out.toString();
  }

  @Override
  public String call(Fn function, List<String> a, @Nullable FieldType firstType) {
    String first = a.getFirst();
    return switch (function) {
      case YEAR -> part("%Y", first);
      case MONTH -> part("%m", first);
      case DAY -> part("%d", first);
      case HOUR -> part("%H", first);
      case MINUTE -> part("%M", first);
      case SECOND -> part("%S", first);
      case QUARTER -> "((" + part("%m", first) + " + 2) / 3)";
      case WEEK_DAY -> "(" + part("%w", first) + " + 1)";
      case DATE -> "date(" + first + ")";
      case LOWER -> "quintet_fold(" + first + ")";
      case UPPER -> "quintet_upper(" + first + ")";
      case LENGTH -> "length(" + first + ")";
      case TRIM -> "trim(" + first + ")";
      case CONCAT ->
          "(" + String.join(" || ", a.stream().map(s -> "coalesce(" + s + ", '')").toList()) + ")";
      case COALESCE -> "coalesce(" + String.join(", ", a) + ")";
      case ABS -> "abs(" + first + ")";
      case ROUND -> "round(" + first + ")";
      case GREATEST -> "max(" + String.join(", ", a) + ")";
      case LEAST -> "min(" + String.join(", ", a) + ")";
      case JSON_TEXT -> jsonText(a);
    };
  }

  private static String part(String format, String sql) {
    return "CAST(strftime('" + format + "', " + sql + ") AS INTEGER)";
  }

  private static String jsonText(List<String> a) {
    return "quintet_json_text(" + String.join(", ", a) + ")";
  }

  @Override
  public String divide(String left, String right, @Nullable FieldType leftType) {
    return leftType instanceof FieldType.Decimal
        ? "(" + left + " * 1.0 / " + right + ")"
        : "(" + left + " / " + right + ")";
  }

  @Override
  public String asText(String sql) {
    return "CAST(" + sql + " AS TEXT)";
  }

  @Override
  public String slice(long limit, long offset) {
    return limit < 0 && offset > 0
        ? " LIMIT -1 OFFSET " + offset
        : Operations.super.slice(limit, offset);
  }

  @Override
  public void bind(
      PreparedStatement statement, int index, @Nullable Object value, @Nullable FieldType type)
      throws SQLException {
    if (value == null) {
      statement.setNull(index, Types.NULL);
    } else if (type instanceof FieldType.JsonValue) {
      statement.setString(index, Json.write(value));
    } else {
      bindPlain(statement, index, value, type);
    }
  }

  private static void bindPlain(
      PreparedStatement statement, int index, Object value, @Nullable FieldType type)
      throws SQLException {
    switch (value) {
      case String s -> statement.setString(index, s);
      case Integer i -> statement.setInt(index, i);
      case Long l -> statement.setLong(index, l);
      case Short s -> statement.setInt(index, s);
      case Boolean b -> statement.setInt(index, b ? 1 : 0);
      case Double d -> statement.setDouble(index, d);
      case BigDecimal d -> bindDecimal(statement, index, d);
      case Instant i -> statement.setString(index, SqliteTimes.write(i));
      case LocalDateTime t -> statement.setString(index, SqliteTimes.write(t));
      case LocalDate d -> statement.setString(index, d.toString());
      case LocalTime t -> statement.setString(index, SqliteTimes.write(t));
      case Duration d -> statement.setLong(index, micros(d));
      case UUID u -> statement.setString(index, u.toString().replace("-", ""));
      case byte[] b -> statement.setBytes(index, b);
      case StoredFile f -> statement.setString(index, f.name());
      case Enum<?> e ->
          statement.setString(
              index, type instanceof FieldType.Choices c ? c.of(e).value() : e.name());
      default ->
          throw new IllegalArgumentException(
              "No column can hold a " + value.getClass().getName() + ".");
    }
  }

  /** A number where SQLite can hold it exactly, so that it compares as one; text beyond that. */
  private static void bindDecimal(PreparedStatement statement, int index, BigDecimal value)
      throws SQLException {
    BigDecimal plain = value.stripTrailingZeros();
    if (plain.scale() <= 0 && plain.precision() - plain.scale() <= 18) {
      statement.setLong(index, plain.longValueExact());
    } else if (plain.precision() <= 15) {
      statement.setDouble(index, plain.doubleValue());
    } else {
      statement.setString(index, value.toPlainString());
    }
  }

  static long micros(Duration duration) {
    return Math.addExact(
        Math.multiplyExact(duration.getSeconds(), 1_000_000L), duration.getNano() / 1000);
  }
}
