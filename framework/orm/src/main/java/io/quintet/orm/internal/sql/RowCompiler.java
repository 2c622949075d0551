package io.quintet.orm.internal.sql;

import io.quintet.orm.QueryException;
import io.quintet.orm.expr.Node;
import io.quintet.orm.internal.dialect.Operations;
import io.quintet.orm.meta.FieldMeta;
import io.quintet.orm.meta.ModelMeta;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Makes the statements that insert rows or change one. */
final class RowCompiler {
  private final Operations operations;

  private final Function<Query, SelectCompiler> selects;
  private final SqlCache cache;

  /** {@code selects} compiles what the database computes. */
  RowCompiler(Operations operations, Function<Query, SelectCompiler> selects, SqlCache cache) {
    this.operations = operations;
    this.selects = selects;
    this.cache = cache;
  }

  Statement insert(
      ModelMeta<?> model,
      List<FieldMeta> fields,
      List<List<Param>> rows,
      List<FieldMeta> returning) {
    SelectCompiler computing = computing(model, rows);
    if (computing == null) {
      List<Param> params = new ArrayList<>(rows.size() * fields.size());
      rows.forEach(params::addAll);
      InsertKey key = new InsertKey(model, fields, rows.size(), returning);
      return new Statement(cache.text(key, () -> insertText(key)), params);
    }
    Sql sql = new Sql().add(insertStart(model, fields));
    for (int i = 0; i < rows.size(); i++) {
      sql.add(i == 0 ? "(" : ", (");
      for (int f = 0; f < fields.size(); f++) {
        sql.add(f == 0 ? "" : ", ").add(value(fields.get(f), rows.get(i).get(f), computing));
      }
      sql.add(")");
    }
    return sql.add(insertEnd(returning)).statement();
  }

  private record InsertKey(
      ModelMeta<?> model, List<FieldMeta> fields, int rows, List<FieldMeta> returning) {
    InsertKey {
      fields = List.copyOf(fields);
      returning = List.copyOf(returning);
    }
  }

  private String insertText(InsertKey key) {
    List<FieldMeta> fields = key.fields();
    if (fields.isEmpty()) {
      return "INSERT INTO "
          + operations.quote(key.model().table())
          + operations.defaultRow()
          + insertEnd(key.returning());
    }
    String marks =
        "("
            + String.join(
                ", ", fields.stream().map(f -> operations.parameter(f.columnType())).toList())
            + ")";
    return insertStart(key.model(), fields)
        + String.join(", ", Collections.nCopies(key.rows(), marks))
        + insertEnd(key.returning());
  }

  private String insertStart(ModelMeta<?> model, List<FieldMeta> fields) {
    return "INSERT INTO "
        + operations.quote(model.table())
        + " ("
        + String.join(", ", fields.stream().map(f -> operations.quote(f.column())).toList())
        + ") VALUES ";
  }

  private String insertEnd(List<FieldMeta> returning) {
    return returning.isEmpty()
        ? ""
        : " RETURNING "
            + String.join(", ", returning.stream().map(f -> operations.quote(f.column())).toList());
  }

  Statement updateRow(
      ModelMeta<?> model,
      List<FieldMeta> fields,
      List<Param> values,
      List<FieldMeta> where,
      List<Param> wanted) {
    SelectCompiler computing = computing(model, List.of(values));
    if (computing == null) {
      UpdateKey key = new UpdateKey(model, fields, where);
      List<Param> params = new ArrayList<>(values);
      params.addAll(wanted);
      return new Statement(cache.text(key, () -> updateText(key)), params);
    }
    Sql sql =
        new Sql()
            .add("UPDATE " + operations.quote(model.table()))
            .add(" AS " + computing.joins().root().alias + " SET ");
    for (int i = 0; i < fields.size(); i++) {
      sql.add(i == 0 ? "" : ", ")
          .add(operations.quote(fields.get(i).column()))
          .add(" = ")
          .add(value(fields.get(i), values.get(i), computing));
    }
    sql.add(" WHERE " + String.join(" AND ", where.stream().map(this::isParameter).toList()));
    return sql.add(Fragment.of("", wanted)).statement();
  }

  private record UpdateKey(ModelMeta<?> model, List<FieldMeta> fields, List<FieldMeta> where) {
    UpdateKey {
      fields = List.copyOf(fields);
      where = List.copyOf(where);
    }
  }

  private String updateText(UpdateKey key) {
    return "UPDATE %s SET %s WHERE %s"
        .formatted(
            operations.quote(key.model().table()),
            String.join(", ", key.fields().stream().map(this::isParameter).toList()),
            String.join(" AND ", key.where().stream().map(this::isParameter).toList()));
  }

  private String isParameter(FieldMeta field) {
    return operations.quote(field.column()) + " = " + operations.parameter(field.columnType());
  }

  /** A compiler for the values that the database computes; null when there are none. */
  private @Nullable SelectCompiler computing(ModelMeta<?> model, List<List<Param>> rows) {
    boolean any =
        rows.stream().anyMatch(row -> row.stream().anyMatch(p -> p.value() instanceof Computed));
    return any ? selects.apply(Query.of(model)) : null;
  }

  private Fragment value(FieldMeta field, Param param, SelectCompiler computing) {
    if (!(param.value() instanceof Computed(Node expression))) {
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
