package io.quintet.orm.internal.sql;

import io.quintet.orm.internal.dialect.Dialect;
import io.quintet.orm.internal.functions.Cast;
import io.quintet.orm.meta.FieldMeta;
import io.quintet.orm.meta.FieldType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A row that is not in its table: a SELECT of its values under the names of their columns.
 *
 * @param sql with parentheses and a name, to stand after FROM
 */
public record RowValues(String sql, List<Param> params) {
  /** The row with these values. */
  public static RowValues of(Map<FieldMeta, @Nullable Object> values, Dialect dialect) {
    List<String> columns = new ArrayList<>();
    List<Param> params = new ArrayList<>();
    values.forEach((field, value) -> {
      Fragment typed = typed(field.columnType(), value, dialect);
      columns.add(typed.text() + " AS " + dialect.operations().quote(field.column()));
      params.addAll(typed.params());
    });
    String sql = columns.isEmpty() ? "1 AS nothing" : String.join(", ", columns);
    return new RowValues("(SELECT " + sql + ") new_row", params);
  }

  /** A value with the type of its column; SQLite knows numbers and texts only. */
  private static Fragment typed(FieldType type, @Nullable Object value, Dialect dialect) {
    Fragment bound =
        value == null
            ? Fragment.of("NULL")
            : Fragment.of(dialect.operations().parameter(type), List.of(new Param(value, type)));
    if (!dialect.name().equals("sqlite")) {
      FieldType target = type instanceof FieldType.Choices ? new FieldType.LongText() : type;
      return (Fragment) dialect.functions().call(new Cast(target), List.of(bound), dialect.name());
    }
    return type instanceof FieldType.Decimal ? Fragment.sql("CAST({} AS NUMERIC)", bound) : bound;
  }
}
