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
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How PostgreSQL spells things. */
final class PostgresOperations implements Operations {
  @Override
  public String pattern(Lookup lookup, String left, String value) {
    return switch (lookup) {
      case CONTAINS, STARTS_WITH, ENDS_WITH -> left + " LIKE ?";
      case ICONTAINS, ISTARTS_WITH, IENDS_WITH, IEXACT -> "UPPER(" + left + ") LIKE UPPER(?)";
      case REGEX -> left + " ~ ?";
      case IREGEX -> left + " ~* ?";
      default -> throw new IllegalArgumentException("no pattern: " + lookup);
    };
  }

  @Override
  public String patternValue(Lookup lookup, String value) {
    String text = Operations.escapeLike(value);
    return switch (lookup) {
      case CONTAINS, ICONTAINS -> "%" + text + "%";
      case STARTS_WITH, ISTARTS_WITH -> text + "%";
      case ENDS_WITH, IENDS_WITH -> "%" + text;
      case IEXACT -> text;
      case REGEX, IREGEX -> value;
      default -> throw new IllegalArgumentException("no pattern: " + lookup);
    };
  }

  @Override
  public String call(Fn function, List<String> a, @Nullable FieldType firstType) {
    String first = a.getFirst();
    return switch (function) {
      case YEAR, MONTH, DAY, HOUR, MINUTE, QUARTER ->
          "EXTRACT(" + function.name() + " FROM " + utc(first, firstType) + ")::integer";
      case SECOND -> "FLOOR(EXTRACT(SECOND FROM " + utc(first, firstType) + "))::integer";
      case WEEK_DAY -> "(EXTRACT(DOW FROM " + utc(first, firstType) + ")::integer + 1)";
      case DATE -> "(" + utc(first, firstType) + ")::date";
      case CONCAT ->
          "(" + String.join(" || ", a.stream().map(s -> "COALESCE(" + s + ", '')").toList()) + ")";
      case LOWER, UPPER, LENGTH, TRIM, ABS, ROUND, COALESCE, GREATEST, LEAST ->
          function.name() + "(" + String.join(", ", a) + ")";
      case JSON_TEXT ->
          "(" + first + " #>> ARRAY[" + String.join(", ", a.subList(1, a.size())) + "]::text[])";
    };
  }

  private static String utc(String sql, @Nullable FieldType type) {
    return type instanceof FieldType.Timestamp ? sql + " AT TIME ZONE 'UTC'" : sql;
  }

  @Override
  public String divide(String left, String right, @Nullable FieldType leftType) {
    return "(" + left + " / " + right + ")";
  }

  @Override
  public String asText(String sql) {
    return sql + "::text";
  }

  @Override
  public void bind(
      PreparedStatement statement, int index, @Nullable Object value, @Nullable FieldType type)
      throws SQLException {
    if (value == null) {
      statement.setNull(index, type instanceof FieldType.Bytes ? Types.BINARY : Types.NULL);
    } else if (type instanceof FieldType.JsonValue) {
      statement.setObject(index, Json.write(value), Types.OTHER);
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
      case Short s -> statement.setShort(index, s);
      case Boolean b -> statement.setBoolean(index, b);
      case Double d -> statement.setDouble(index, d);
      case BigDecimal d -> statement.setBigDecimal(index, d);
      case Instant i -> statement.setObject(index, i.atOffset(ZoneOffset.UTC));
      case LocalDateTime t -> statement.setObject(index, t);
      case LocalDate d -> statement.setObject(index, d);
      case LocalTime t -> statement.setObject(index, t);
      case Duration d ->
          statement.setObject(index, SqliteOperations.micros(d) + " microseconds", Types.OTHER);
      case UUID u -> statement.setObject(index, u);
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
}
