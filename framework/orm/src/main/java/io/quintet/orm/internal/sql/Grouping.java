package io.quintet.orm.internal.sql;

import io.quintet.orm.expr.Node;
import io.quintet.orm.expr.Order;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a SELECT is grouped by.
 *
 * <p>An aggregate that annotates entities is over the rows related to each: grouped by the primary
 * key. After columns were chosen, it is over the rows that agree in these columns.
 */
final class Grouping {
  private final SelectCompiler select;
  private boolean active;
  private boolean byKey;
  private @Nullable List<Query.Output> current;
  private @Nullable List<Node> nodes;

  Grouping(SelectCompiler select) {
    this.select = select;
  }

  boolean isActive() {
    return active || select.query().groups() != null;
  }

  /** Columns were chosen. */
  void values(List<Query.Output> outputs) {
    current = new ArrayList<>(outputs);
  }

  /** A named value was added. */
  void annotation(Query.Step.Annotate step) {
    if (hasAggregate(step.expression())) {
      active = true;
      if (current == null) {
        byKey = true;
      } else if (!byKey) {
        nodes =
            current.stream().map(Query.Output::expression).filter(e -> !hasAggregate(e)).toList();
      }
    }
    if (current != null && step.selected()) {
      current.add(new Query.Output(step.name(), new Node.Reference(step.name())));
    }
  }

  /** A condition on an aggregate was given. */
  void condition() {
    active = true;
    byKey |= current == null;
  }

  /** The columns of the result, when there are some. */
  void outputs(List<Query.Output> outputs) {
    active |= outputs.stream().anyMatch(o -> hasAggregate(o.expression()));
  }

  /** The GROUP BY of a SELECT of columns, and what they mean. */
  List<Fragment> columns(List<Fragment> columns, List<Node> meanings) {
    if (!isActive()) {
      return List.of();
    }
    if (select.query().groups() != null) {
      return compiled(select.query().groups());
    }
    List<Fragment> found = new ArrayList<>();
    if (nodes != null) {
      for (Node node : nodes) {
        int at = meanings.indexOf(node);
        if (at < 0) {
          found.addAll(compiled(List.of(node)));
        } else {
          addColumn(columns.get(at), at + 1, node, found);
        }
      }
      return found;
    }
    boolean overRelated = byKey;
    for (int i = 0; i < columns.size(); i++) {
      overRelated |= aggregatesMany(meanings.get(i));
      addColumn(columns.get(i), i + 1, meanings.get(i), found);
    }
    if (byKey || columns.isEmpty() || (overRelated && !found.isEmpty())) {
      found.addFirst(select.column(List.of("pk"), JoinTree.ANY));
    }
    return found;
  }

  private List<Fragment> compiled(List<Node> by) {
    return by.stream().map(g -> select.nodes().expression(g, SelectCompiler.any())).toList();
  }

  /** Adds a column of the result to the GROUP BY, unless it is an aggregate or constant. */
  void addColumn(Fragment column, int position, Node meaning, List<Fragment> groups) {
    if (!hasAggregate(meaning) && !isConstant(meaning)) {
      groups.add(column.params().isEmpty() ? column : Fragment.of(String.valueOf(position)));
    }
  }

  private boolean isConstant(Node node) {
    return node instanceof Node.Value
        || (node instanceof Node.Reference r
            && select.annotations().get(r.name()) instanceof Node.Value);
  }

  boolean hasAggregate(@Nullable Node node) {
    return switch (node) {
      case null -> false;
      case Node.Aggregate a -> true;
      case Node.Window w ->
          NodeWalk.children(w.source()).stream().anyMatch(this::hasAggregate)
              || w.partitionBy().stream().anyMatch(this::hasAggregate)
              || w.orders().stream().anyMatch(o -> hasAggregate(o.node()));
      case Node.Named n ->
          hasAggregate(named(n.lookup()))
              || (n.value() instanceof io.quintet.orm.expr.Expression<?, ?> e
                  && hasAggregate(e.node()));
      case Node.Reference r -> hasAggregate(named(r.name()));
      default -> NodeWalk.children(node).stream().anyMatch(this::hasAggregate);
    };
  }

  private @Nullable Node named(String name) {
    return select.annotations().get(select.lookups().names(name).getFirst());
  }

  private boolean aggregatesMany(Node node) {
    return switch (node) {
      case Node.Aggregate a -> a.arguments().stream().anyMatch(select::crossesMany);
      case Node.Reference r -> {
        Node annotation = named(r.name());
        yield annotation != null && aggregatesMany(annotation);
      }
      default -> NodeWalk.children(node).stream().anyMatch(this::aggregatesMany);
    };
  }

  /** What rows are sorted by has to be grouped by, unless it is an aggregate. */
  List<Fragment> withOrders(List<Fragment> groupBy, List<Fragment> orders) {
    if (groupBy.isEmpty()) {
      return groupBy;
    }
    List<Fragment> all = new ArrayList<>(groupBy);
    Set<String> present = new LinkedHashSet<>(groupBy.stream().map(Fragment::text).toList());
    List<Order<?>> wanted = select.query().orders();
    for (int i = 0; i < orders.size(); i++) {
      boolean aggregate =
          i < wanted.size() && orders.size() == wanted.size() && hasAggregate(wanted.get(i).node());
      String bare = OrderCompiler.bare(orders.get(i));
      if (!aggregate
          && orders.get(i).params().isEmpty()
          && !bare.contains("(")
          && present.add(bare)) {
        all.add(Fragment.of(bare));
      }
    }
    return all;
  }
}
