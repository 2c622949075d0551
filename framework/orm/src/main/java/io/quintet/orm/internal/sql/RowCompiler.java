package io.quintet.orm.internal.sql;

import io.quintet.orm.QueryException;
import io.quintet.orm.expr.Node;
import io.quintet.orm.internal.dialect.Operations;
import io.quintet.orm.meta.FieldMeta;
import io.quintet.orm.meta.ModelMeta;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Makes the statements that insert rows or change one. */
final class RowCompiler {
  private final Operations operations;

  private final Function<Query, SelectCompiler> selects;

  /** {@code selects} compiles what the database computes. */
  RowCompiler(Operations operations, Function<Query, SelectCompiler> selects) {
    this.operations = operations;
    this.selects = selects;
  }

  Statement insert(
      ModelMeta<?> model,
      List<FieldMeta> fields,
      List<List<Param>> rows,
      @Nullable FieldMeta returning) {
    StringBuilder sql = new StringBuilder("INSERT INTO ").append(operations.quote(model.table()));
    List<Param> params = new ArrayList<>();
    if (fields.isEmpty()) {
      sql.append(" DEFAULT VALUES");
    } else {
      sql.append(" (")
          .append(
              String.join(", ", fields.stream().map(f -> operations.quote(f.column())).toList()))
          .append(") VALUES ");
      SelectCompiler computing = computing(model, rows);
      for (int i = 0; i < rows.size(); i++) {
        sql.append(i == 0 ? "(" : ", (");
        List<Param> row = rows.get(i);
        for (int f = 0; f < fields.size(); f++) {
          Fragment value = value(fields.get(f), row.get(f), computing);
          sql.append(f == 0 ? "" : ", ").append(value.text());
          params.addAll(value.params());
        }
        sql.append(')');
      }
    }
    if (returning != null) {
      sql.append(" RETURNING ").append(operations.quote(returning.column()));
    }
    return new Statement(sql.toString(), params);
  }

  Statement updateRow(
      ModelMeta<?> model,
      List<FieldMeta> fields,
      List<Param> values,
      List<FieldMeta> where,
      List<Param> wanted) {
    SelectCompiler computing = computing(model, List.of(values));
    String table = operations.quote(model.table());
    Sql sql =
        new Sql()
            .add("UPDATE ")
            .add(computing == null ? table : table + " AS " + computing.joins().root().alias)
            .add(" SET ");
    for (int i = 0; i < fields.size(); i++) {
      sql.add(i == 0 ? "" : ", ")
          .add(operations.quote(fields.get(i).column()))
          .add(" = ")
          .add(value(fields.get(i), values.get(i), computing));
    }
    for (int i = 0; i < where.size(); i++) {
      sql.add(i == 0 ? " WHERE " : " AND ")
          .add(operations.quote(where.get(i).column()))
          .add(" = ")
          .add(value(where.get(i), wanted.get(i), computing));
    }
    return sql.statement();
  }

  /** A compiler for the values that the database computes; null when there are none. */
  private @Nullable SelectCompiler computing(ModelMeta<?> model, List<List<Param>> rows) {
    boolean any =
        rows.stream().anyMatch(row -> row.stream().anyMatch(p -> p.value() instanceof Computed));
    return any ? selects.apply(Query.of(model)) : null;
  }

  private Fragment value(FieldMeta field, Param param, @Nullable SelectCompiler computing) {
    if (computing == null || !(param.value() instanceof Computed(Node expression))) {
      return Fragment.of(operations.parameter(field.columnType()), List.of(param));
    }
    Fragment value = computing.nodes().expression(expression, SelectCompiler.any());
    if (!computing.joins().isEmpty()) {
      throw new QueryException(
          "%s is set to a column of another table. Read the value first.".formatted(field));
    }
    return value;
  }
}
