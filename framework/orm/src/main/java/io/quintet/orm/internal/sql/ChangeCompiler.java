package io.quintet.orm.internal.sql;

import io.quintet.orm.QueryException;
import io.quintet.orm.expr.Assignment;
import io.quintet.orm.expr.Node;
import io.quintet.orm.internal.dialect.Operations;
import io.quintet.orm.meta.FieldMeta;
import io.quintet.orm.meta.ModelMeta;
import java.util.List;

/** Makes the statements that change or delete all rows of a query. */
final class ChangeCompiler {
  private final Compiler compiler;
  private final Operations operations;

  ChangeCompiler(Compiler compiler, Operations operations) {
    this.compiler = compiler;
    this.operations = operations;
  }

  /** Changes columns of one table: that of the model of the query, or of one that it extends. */
  Statement update(Query query, ModelMeta<?> table, List<? extends Assignment<?>> assignments) {
    Query bare = (query.isSliced() ? query : query.unordered()).related(List.of());
    boolean above = !table.table().equals(query.model().table());
    SelectCompiler select = compiler.select(above ? Query.of(table).unordered() : bare);
    if (!above) {
      Owners.take(select);
      select.takeSteps();
    }
    Sql sql =
        new Sql()
            .add("UPDATE ")
            .add(operations.quote(table.table()))
            .add(" AS ")
            .add(select.joins().root().alias)
            .add(" SET ");
    boolean first = true;
    boolean joinedBefore = !select.joins().isEmpty();
    for (Assignment<?> assignment : assignments) {
      FieldMeta field = table.field(assignment.field());
      sql.add(first ? "" : ", ").add(operations.quote(field.column())).add(" = ");
      first = false;
      if (above) {
        checkColumns(query.model(), field, assignment.value());
      }
      sql.add(assigned(select, field, assignment.value()));
    }
    if (!joinedBefore && !select.joins().isEmpty()) {
      throw new QueryException(
          "An update of "
              + table.label()
              + " sets a column from another table. Read the value first, or use scalar(subquery).");
    }
    return above ? among(query, table, sql).statement() : finish(query, select, sql);
  }

  /** What a column of a model above is set to is known there too. */
  private static void checkColumns(ModelMeta<?> model, FieldMeta field, Node value) {
    String name =
        switch (value) {
          case Node.Field f -> f.path().getFirst();
          case Node.Reference r -> r.name().split("__")[0];
          default -> "pk";
        };
    ModelMeta<?> table = field.model();
    if (table.findField(name).isEmpty() && PathResolver.hop(table, name).isEmpty()) {
      throw new QueryException(
          "%s of %s stands in the table of %s and is set to an expression with \"%s\", which does not. Read the value first, or use scalar(subquery)."
              .formatted(field.name(), model.label(), table.label(), Suggestions.shown(name)));
    }
    NodeWalk.children(value).forEach(child -> checkColumns(model, field, child));
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
    Owners.take(select);
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
      among(query, query.model(), sql);
    }
    if (select.where().contains(NodeCompiler.FALSE)) {
      sql.findsNothing();
    }
    return sql.statement();
  }

  /** Only rows of a table whose keys are among those of a query. */
  private Sql among(Query query, ModelMeta<?> table, Sql sql) {
    List<String> key = table.primaryKey().columns().stream().map(operations::quote).toList();
    Query keys = query.isSliced() || query.isDistinct() ? query : query.unordered();
    return sql.add(" WHERE " + KeyColumns.row(key) + " IN (")
        .add(operations.listed(compiler.keys(keys)))
        .add(")");
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
