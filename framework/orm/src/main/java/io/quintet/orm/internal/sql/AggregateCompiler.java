package io.quintet.orm.internal.sql;

import io.quintet.orm.NotSupportedException;
import io.quintet.orm.QueryException;
import java.util.ArrayList;
import java.util.List;

/** Compiles aggregates over all rows of a query. */
final class AggregateCompiler {
  private static final String ROWS = "counted";

  private final Compiler compiler;

  AggregateCompiler(Compiler compiler) {
    this.compiler = compiler;
  }

  Compiler.Rows compile(Query query, List<Query.Output> aggregates) {
    SelectCompiler select = compiler.select(query);
    if (query.combined() == null) {
      Owners.take(select);
      select.takeSteps();
      for (Query.Output aggregate : aggregates) {
        refuseOther(select, aggregate);
      }
    }
    boolean plain =
        query.combined() == null
            && !query.isSliced()
            && !query.isDistinct()
            && !select.isGrouped()
            && !select.isQualified();
    return plain ? plain(select, aggregates) : overRows(query, aggregates);
  }

  private static void refuseOther(SelectCompiler select, Query.Output output) {
    if (!select.grouping().hasAggregate(output.expression())) {
      throw new QueryException(
          "aggregate(...) got \"%s\", which is no aggregate such as count(...). Use annotate or values."
              .formatted(output.name()));
    }
  }

  private static Compiler.Rows plain(SelectCompiler select, List<Query.Output> aggregates) {
    List<Fragment> columns = new ArrayList<>();
    List<Compiler.Extra> extras = new ArrayList<>();
    for (Query.Output aggregate : aggregates) {
      Fragment sql = select.nodes().expression(aggregate.expression(), SelectCompiler.any());
      select.annotations().put(aggregate.name(), aggregate.expression());
      columns.add(sql);
      extras.add(new Compiler.Extra(aggregate.name(), columns.size(), sql.type()));
    }
    Statement statement = select.render(columns, List.of(), List.of()).statement();
    boolean nothing = select.where().contains(NodeCompiler.FALSE);
    return new Compiler.Rows(new Statement(statement.sql(), statement.params(), nothing), extras);
  }

  /** The rows become a table, and the aggregates are over its columns. */
  private Compiler.Rows overRows(Query query, List<Query.Output> aggregates) {
    if (query.combined() != null) {
      throw new NotSupportedException(
          "aggregate(...) after union, intersection or difference is not possible. Aggregate the parts, or read the rows.");
    }
    SelectCompiler inner = compiler.select(query);
    List<Fragment> owner = Owners.take(inner);
    inner.takeSteps();
    Lift lift = new Lift(ROWS);
    List<Fragment> columns = new ArrayList<>();
    List<Compiler.Extra> extras = new ArrayList<>();
    for (Query.Output aggregate : aggregates) {
      Fragment sql =
          inner.nodes().lifting(lift).expression(aggregate.expression(), SelectCompiler.any());
      columns.add(sql);
      extras.add(new Compiler.Extra(aggregate.name(), columns.size(), sql.type()));
    }
    Selected.Kind kind =
        !query.outputs().isEmpty()
            ? Selected.Kind.OUTPUTS
            : query.isDistinct() ? Selected.Kind.ENTITIES : Selected.Kind.KEYS;
    Selected rows = inner.selectWith(kind, lift.named(), query.isSliced(), owner);
    Sql sql =
        new Sql().add("SELECT ").add(columns, ", ").add(" FROM (").add(rows.sql()).add(") " + ROWS);
    return new Compiler.Rows(new Statement(sql.toString(), sql.params()), extras);
  }
}
