package io.quintet.orm.internal.sql;

import io.quintet.orm.NotSupportedException;
import io.quintet.orm.QueryException;
import io.quintet.orm.expr.Node;
import io.quintet.orm.internal.dialect.Dialect;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Compiles aggregates over all rows of a query. */
final class AggregateCompiler {
  private static final String ROWS = "counted";

  private final Compiler compiler;
  private final Dialect dialect;

  AggregateCompiler(Compiler compiler, Dialect dialect) {
    this.compiler = compiler;
    this.dialect = dialect;
  }

  Compiler.Rows compile(Query query, List<Query.Output> aggregates) {
    SelectCompiler select = compiler.select(query);
    if (query.combined() == null) {
      select.takeOwners();
      select.takeSteps();
      for (Query.Output aggregate : aggregates) {
        refuseOther(select, aggregate);
      }
    }
    boolean plain =
        query.combined() == null
            && !query.isSliced()
            && !query.isDistinct()
            && !select.isGrouped();
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
    Sql sql = select.render(columns, List.of(), List.of());
    return new Compiler.Rows(new Statement(sql.toString(), sql.params()), extras);
  }

  /** The rows become a table, and the aggregates are over its columns. */
  private Compiler.Rows overRows(Query query, List<Query.Output> aggregates) {
    if (query.combined() != null) {
      throw new NotSupportedException(
          "aggregate(...) after union, intersection or difference is not possible. Aggregate the parts, or read the rows.");
    }
    Map<Node, String> names = new LinkedHashMap<>();
    for (Query.Output aggregate : aggregates) {
      collect(aggregate.expression(), names, query, aggregates);
    }
    SelectCompiler inner = compiler.select(query);
    Selected.Kind kind =
        !query.outputs().isEmpty()
            ? Selected.Kind.OUTPUTS
            : query.isDistinct() ? Selected.Kind.ENTITIES : Selected.Kind.KEYS;
    Selected rows = inner.selectWith(kind, names, query.isSliced());
    SelectCompiler outer = compiler.select(Query.of(query.model()));
    names.forEach((node, name) -> outer.known().put(node, derived(rows, name)));
    List<Fragment> columns = new ArrayList<>();
    List<Compiler.Extra> extras = new ArrayList<>();
    for (Query.Output aggregate : aggregates) {
      Fragment sql = outer.nodes().expression(aggregate.expression(), SelectCompiler.any());
      outer.annotations().put(aggregate.name(), aggregate.expression());
      columns.add(sql);
      extras.add(new Compiler.Extra(aggregate.name(), columns.size(), sql.type()));
    }
    Sql sql =
        new Sql()
            .add("SELECT ")
            .add(columns, ", ")
            .add(" FROM (")
            .add(rows.sql())
            .add(") " + ROWS);
    return new Compiler.Rows(new Statement(sql.toString(), sql.params()), extras);
  }

  private Fragment derived(Selected rows, String name) {
    Compiler.Extra extra =
        rows.extras().stream().filter(e -> e.name().equals(name)).findFirst().orElseThrow();
    return new Fragment(
        ROWS + "." + dialect.operations().quote(name), List.of(), extra.type(), true);
  }

  /** The columns that aggregates are over, with the names that they get in the table of rows. */
  private static void collect(
      Node node, Map<Node, String> names, Query query, List<Query.Output> aggregates) {
    switch (node) {
      case Node.Field f -> names.putIfAbsent(f, "a" + names.size());
      case Node.Reference r -> {
        boolean other = aggregates.stream().anyMatch(a -> a.name().equals(r.name()));
        if (!other) {
          names.putIfAbsent(r, "a" + names.size());
        }
      }
      case Node.Aggregate a -> {
        if (a.argument() != null) {
          collect(a.argument(), names, query, aggregates);
        }
        if (a.where() != null) {
          collect(a.where(), names, query, aggregates);
        }
      }
      case Node.Arithmetic a -> {
        collect(a.left(), names, query, aggregates);
        collect(a.right(), names, query, aggregates);
      }
      case Node.Call c -> c.arguments().forEach(n -> collect(n, names, query, aggregates));
      case Node.And a -> a.parts().forEach(n -> collect(n, names, query, aggregates));
      case Node.Or o -> o.parts().forEach(n -> collect(n, names, query, aggregates));
      case Node.Not n -> collect(n.part(), names, query, aggregates);
      case Node.Compare c -> {
        collect(c.left(), names, query, aggregates);
        c.right().forEach(n -> collect(n, names, query, aggregates));
      }
      case Node.Case c -> {
        for (Node.When when : c.cases()) {
          collect(when.condition(), names, query, aggregates);
          collect(when.value(), names, query, aggregates);
        }
        collect(c.otherwise(), names, query, aggregates);
      }
      default -> {}
    }
  }
}
