package io.quintet.orm.internal.sql;

import io.quintet.orm.QueryException;
import io.quintet.orm.expr.Node;
import io.quintet.orm.expr.SubqueryOf;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The queries inside one SELECT, and the one around it. */
final class Subqueries {
  private final SelectCompiler select;
  private final @Nullable SelectCompiler outer;
  private final Function<SubqueryOf, Query> queries;

  /** {@code queries} tells what a nested query asks for. */
  Subqueries(
      SelectCompiler select, @Nullable SelectCompiler outer, Function<SubqueryOf, Query> queries) {
    this.select = select;
    this.outer = outer;
    this.queries = queries;
  }

  /** EXISTS over the same model, joined to the row at hand by its key. */
  Fragment existsFor(Node leaf) {
    SelectCompiler inner = select.around(Query.of(select.query().model()), select);
    inner.relateAs(select);
    Fragment condition = inner.nodes().condition(leaf, new NodeCompiler.Context(false, true, 0));
    JoinTree there = inner.joins();
    JoinTree here = select.joins();
    List<String> same =
        select.query().model().primaryKey().columns().stream()
            .map(key -> there.column(there.root(), key) + " = " + here.column(here.root(), key))
            .toList();
    Sql sql =
        new Sql()
            .add("EXISTS (SELECT 1 FROM ")
            .add(there.from())
            .add(" WHERE ")
            .add(String.join(" AND ", same))
            .add(" AND ")
            .add(condition)
            .add(")");
    return Fragment.of(sql.toString(), sql.params());
  }

  /** An expression of the query around this one. */
  Fragment outer(Node.Outer node) {
    if (outer == null) {
      throw new QueryException(
          "outer(...) stands for the query around a subquery, but there is none around this one.");
    }
    return outer.nodes().expression(node.expression(), SelectCompiler.any());
  }

  Fragment subquery(SubqueryOf source, boolean onlyExists) {
    Query inner = queries.apply(source);
    Selected selected =
        select
            .around(inner, select)
            .select(
                onlyExists
                    ? Selected.Kind.ONE
                    : inner.outputs().isEmpty() ? Selected.Kind.KEYS : Selected.Kind.OUTPUTS,
                inner.isSliced() || (inner.distinct() != null && !inner.distinct().on().isEmpty()));
    return new Fragment(
        selected.sql().toString(),
        selected.sql().params(),
        selected.columns().getFirst().type(),
        true);
  }

  /** The columns of a query as a part of this statement, beside common table expressions. */
  Fragment outputsOf(Query part, List<CteSource> visible) {
    SelectCompiler inner = select.around(part, null);
    inner.ctes().seeing(visible);
    Sql sql = inner.select(Selected.Kind.OUTPUTS, part.isSliced()).sql();
    Fragment rows = Fragment.of(sql.toString(), sql.params());
    return part.isSliced() ? Fragment.sql("SELECT * FROM ({}) part", rows) : rows;
  }
}
