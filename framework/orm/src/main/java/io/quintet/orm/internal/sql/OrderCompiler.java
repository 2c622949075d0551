package io.quintet.orm.internal.sql;

import io.quintet.orm.QueryException;
import io.quintet.orm.expr.Node;
import io.quintet.orm.expr.Order;
import io.quintet.orm.meta.ModelMeta;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes the ORDER BY of a SELECT. */
final class OrderCompiler {
  private static final String ANY_ORDER = "?";

  private final SelectCompiler select;
  private final Query query;

  OrderCompiler(SelectCompiler select) {
    this.select = select;
    this.query = select.query();
  }

  List<Fragment> orders() {
    List<Order<?>> wanted = new ArrayList<>(query.orders());
    if (query.ordering().defaults() && !(select.isGrouped() && !query.outputs().isEmpty())) {
      query.model().ordering().forEach(n -> wanted.add(order(n)));
    }
    boolean reversed = query.ordering().reversed();
    List<Fragment> done = new ArrayList<>();
    for (Order<?> order : wanted) {
      add(order, reversed, done, 0);
    }
    if (done.isEmpty() && reversed) {
      add(order("-pk"), false, done, 0);
    }
    return done;
  }

  /** An order by name: "-" before it for descending. */
  static Order<Object> order(String name) {
    boolean descending = name.startsWith("-");
    return new Order<>(
        new Node.Reference(descending ? name.substring(1) : name),
        descending,
        Order.Nulls.AS_THE_DATABASE);
  }

  private void add(Order<?> order, boolean reversed, List<Fragment> done, int depth) {
    if (order.node() instanceof Node.Reference r && r.name().equals(ANY_ORDER)) {
      done.add(Fragment.of("RANDOM()"));
      return;
    }
    ModelMeta<?> target = orderedModel(order.node());
    boolean descending = order.descending() != reversed;
    if (target != null && !target.ordering().isEmpty() && depth < 3) {
      String prefix = ((Node.Reference) order.node()).name() + "__";
      for (String name : target.ordering()) {
        String bare = name.startsWith("-") ? name.substring(1) : name;
        Order<?> next =
            new Order<>(new Node.Reference(prefix + bare), name.startsWith("-"), order.nulls());
        add(next, descending, done, depth + 1);
      }
      return;
    }
    if (select.grouping().hasAggregate(order.node()) && !select.isGrouped()) {
      throw new QueryException(
          "orderBy(...) got an aggregate that is not part of the query. Name it by annotate(...) first.");
    }
    done.add(
        select
            .nodes()
            .order(
                new Order<>(order.node(), descending, nulls(order, reversed)),
                SelectCompiler.any()));
  }

  /** Where nulls go when the rows come in the opposite order. */
  static Order.Nulls nulls(Order<?> order, boolean reversed) {
    if (order.nulls() == Order.Nulls.AS_THE_DATABASE || !reversed) {
      return order.nulls();
    }
    return order.nulls() == Order.Nulls.FIRST ? Order.Nulls.LAST : Order.Nulls.FIRST;
  }

  /** The model whose own order applies when rows are sorted by a relation, by name. */
  private @Nullable ModelMeta<?> orderedModel(Node node) {
    if (!(node instanceof Node.Reference r)) {
      return null;
    }
    List<String> names = select.lookups().names(r.name());
    if (select.annotations().containsKey(names.getFirst())) {
      return null;
    }
    ModelMeta<?> model = query.model();
    for (String name : names) {
      var hop = PathResolver.hop(model, name);
      if (hop.isEmpty()) {
        return null;
      }
      model = hop.get().target();
    }
    return model;
  }

  /** A DISTINCT has to select what it sorts by. */
  static void addColumns(List<Fragment> columns, List<Fragment> orders) {
    Set<String> present = new LinkedHashSet<>(columns.stream().map(Fragment::text).toList());
    for (Fragment order : orders) {
      String bare = bare(order);
      if (present.add(bare)) {
        columns.add(order.with(bare));
      }
    }
  }

  /**
   * Orders by the position of a column where its expression holds values: written twice, a database
   * would not know that they are the same.
   */
  static List<Fragment> positioned(List<Fragment> columns, List<Fragment> orders) {
    List<Fragment> done = new ArrayList<>();
    for (Fragment order : orders) {
      String bare = bare(order);
      int position = -1;
      for (int i = 0; i < columns.size() && !order.params().isEmpty(); i++) {
        Fragment column = columns.get(i);
        if (column.text().equals(bare) && column.params().equals(order.params())) {
          position = i + 1;
        }
      }
      done.add(
          position < 0 ? order : Fragment.of(position + order.text().substring(bare.length())));
    }
    return done;
  }

  static String bare(Fragment order) {
    return order.text().replaceFirst(" (ASC|DESC)( NULLS (FIRST|LAST))?$", "");
  }
}
