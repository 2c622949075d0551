package io.quintet.orm.internal.sql;

import io.quintet.orm.internal.dialect.Operations;
import io.quintet.orm.meta.FieldMeta;
import io.quintet.orm.meta.ModelMeta;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes the statements that insert rows or change one. */
final class RowCompiler {
  private final Operations operations;

  RowCompiler(Operations operations) {
    this.operations = operations;
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
      String marks =
          "("
              + String.join(
                  ", ", fields.stream().map(f -> operations.parameter(f.columnType())).toList())
              + ")";
      sql.append(String.join(", ", Collections.nCopies(rows.size(), marks)));
      rows.forEach(params::addAll);
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
    String sql =
        "UPDATE %s SET %s WHERE %s"
            .formatted(
                operations.quote(model.table()),
                String.join(", ", fields.stream().map(this::isParameter).toList()),
                String.join(" AND ", where.stream().map(this::isParameter).toList()));
    List<Param> params = new ArrayList<>(values);
    params.addAll(wanted);
    return new Statement(sql, params);
  }

  private String isParameter(FieldMeta field) {
    return operations.quote(field.column()) + " = " + operations.parameter(field.columnType());
  }
}
