package io.quintet.orm.internal.sql;

import io.quintet.orm.QueryException;
import io.quintet.orm.expr.Assignment;
import io.quintet.orm.expr.Node;
import io.quintet.orm.internal.dialect.Operations;
import io.quintet.orm.meta.FieldMeta;
import java.util.List;

/** Makes the statements that change or delete all rows of a query. */
final class ChangeCompiler {
  private final Compiler compiler;
  private final Operations operations;

  ChangeCompiler(Compiler compiler, Operations operations) {
    this.compiler = compiler;
    this.operations = operations;
  }

  Statement update(Query query, List<? extends Assignment<?>> assignments) {
    Query bare = (query.isSliced() ? query : query.unordered()).related(List.of());
    SelectCompiler select = compiler.select(bare);
    select.takeOwners();
    select.takeSteps();
    Sql sql =
        new Sql()
            .add("UPDATE ")
            .add(operations.quote(query.model().table()))
            .add(" AS ")
            .add(select.joins().root().alias)
            .add(" SET ");
    boolean first = true;
    boolean joinedBefore = !select.joins().isEmpty();
    for (Assignment<?> assignment : assignments) {
      FieldMeta field = query.model().field(assignment.field());
      sql.add(first ? "" : ", ").add(operations.quote(field.column())).add(" = ");
      first = false;
      sql.add(assigned(select, field, assignment.value()));
    }
    if (!joinedBefore && !select.joins().isEmpty()) {
      throw new QueryException(
          "An update of "
              + query.model().label()
              + " sets a column from another table. Read the value first, or use scalar(subquery).");
    }
    return finish(query, select, sql);
  }

  private Fragment assigned(SelectCompiler select, FieldMeta field, Node value) {
    if (value instanceof Node.Value v && v.type() == null) {
      Object coerced =
          Coerce.to(field.columnType(), v.value(), field.toString(), compiler.dialect());
      if (coerced instanceof Coerce.OutOfRange) {
        throw new QueryException("A value does not fit into " + field + ".");
      }
      return select.nodes().parameter(field.stored(coerced), field.columnType());
    }
    if (field.encrypted()) {
      throw new QueryException(
          "%s is encrypted, so it can be set to a value only, not to an expression of the database."
              .formatted(field));
    }
    return select.nodes().expression(value, SelectCompiler.any());
  }

  Statement delete(Query query) {
    Query bare = (query.isSliced() ? query : query.unordered()).related(List.of());
    SelectCompiler select = compiler.select(bare);
    select.takeOwners();
    select.takeSteps();
    String table = operations.quote(query.model().table());
    Sql sql =
        new Sql()
            .add(
                isSimple(query, select)
                    ? operations.deleteFrom(table, select.joins().root().alias)
                    : "DELETE FROM " + table);
    return finish(query, select, sql);
  }

  private Statement finish(Query query, SelectCompiler select, Sql sql) {
    if (isSimple(query, select)) {
      if (!select.where().isEmpty()) {
        sql.add(" WHERE ").add(select.where(), " AND ");
      }
    } else {
      String key = operations.quote(query.model().primaryKey().column());
      Query keys = query.isSliced() || query.isDistinct() ? query : query.unordered();
      sql.add(" WHERE " + key + " IN (").add(operations.listed(compiler.keys(keys))).add(")");
    }
    if (select.where().contains(NodeCompiler.FALSE)) {
      sql.findsNothing();
    }
    return sql.statement();
  }

  /** Whether the conditions are about the columns of the table alone. */
  private static boolean isSimple(Query query, SelectCompiler select) {
    return select.joins().isEmpty()
        && select.ctes().isEmpty()
        && !query.isSliced()
        && !select.isGrouped()
        && !select.isQualified()
        && !query.isDistinct()
        && query.combined() == null;
  }
}
