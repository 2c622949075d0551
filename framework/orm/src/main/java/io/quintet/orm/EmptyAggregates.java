package io.quintet.orm;

import io.quintet.orm.expr.Node;
import io.quintet.orm.internal.sql.Query;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What aggregates are when there are no rows, without asking. */
final class EmptyAggregates {
  private EmptyAggregates() {}

  /** The values by name; null when only the database can tell one of them. */
  static @Nullable Map<String, @Nullable Object> of(List<Query.Output> outputs) {
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    for (Query.Output output : outputs) {
      if (!(plain(output.expression()) instanceof Node.Aggregate aggregate)) {
        return null;
      }
      if (aggregate.otherwise() instanceof Node.Value otherwise) {
        values.put(output.name(), otherwise.value());
      } else if (aggregate.otherwise() == null) {
        values.put(output.name(), aggregate.function().name().equals("COUNT") ? 0L : null);
      } else {
        return null;
      }
    }
    return Collections.unmodifiableMap(values);
  }

  private static Node plain(Node node) {
    return node instanceof Node.Typed typed ? plain(typed.expression()) : node;
  }
}
