package io.quintet.orm.internal.dialect;

import io.quintet.orm.expr.SqlFunction;
import io.quintet.orm.internal.functions.AggregateFunction;
import io.quintet.orm.internal.sql.Fragment;
import java.util.ArrayList;
import java.util.List;

/** How a database spells aggregates. */
public interface AggregateSpelling {
  /** The SQL of an aggregate; no argument means all rows. */
  default Fragment aggregate(
      SqlFunction function,
      List<Fragment> arguments,
      boolean distinct,
      List<Fragment> orders,
      Dialect dialect) {
    if (arguments.isEmpty() && function == AggregateFunction.COUNT) {
      return new Fragment("COUNT(*)", List.of(), null, false);
    }
    List<Fragment> inside = new ArrayList<>(arguments);
    if (distinct) {
      inside.set(0, Fragment.sql("DISTINCT {}", inside.getFirst()).typed(inside.getFirst().type()));
    }
    if (!orders.isEmpty()) {
      int last = inside.size() - 1;
      inside.set(
          last,
          Fragment.sql(
              "{} ORDER BY {}",
              inside.get(last),
              Fragment.joined(orders.stream().map(dialect.operations()::order).toList(), ", ")));
    }
    return dialect.functions().call(function, inside, dialect.name());
  }
}
