package io.quintet.orm.internal.sql;

import io.quintet.orm.QueryException;
import io.quintet.orm.expr.Node;
import io.quintet.orm.expr.Order;
import io.quintet.orm.meta.FieldMeta;
import io.quintet.orm.meta.ModelMeta;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Compiles a SELECT that puts together the rows of several queries. */
final class CombinedCompiler {
  private final SelectCompiler select;
  private final Query query;
  private final Query.Combined combined;

  CombinedCompiler(SelectCompiler select) {
    this.select = select;
    this.query = select.query();
    this.combined = Objects.requireNonNull(query.combined());
  }

  Selected select(Selected.Kind kind, boolean ordered) {
    Selected.Kind each =
        kind == Selected.Kind.ONE
            ? query.outputs().isEmpty() ? Selected.Kind.KEYS : Selected.Kind.OUTPUTS
            : kind;
    List<Selected> parts = new ArrayList<>();
    for (Query part : present()) {
      Query bare = part.related(List.of());
      boolean inOrder = part.isSliced() || isDistinctOn(part);
      parts.add(select.part(bare).select(each, inOrder));
    }
    Selected first = parts.getFirst();
    Sql sql = new Sql();
    for (int i = 0; i < parts.size(); i++) {
      if (parts.get(i).columns().size() != first.columns().size()) {
        throw new QueryException(
            "The parts of a %s have %d and %d columns. Choose the same columns in each, with values(...)."
                .formatted(
                    combined.how().name().toLowerCase(java.util.Locale.ROOT),
                    first.columns().size(),
                    parts.get(i).columns().size()));
      }
      sql.add(i == 0 ? "" : " " + combined.how().sql() + " ")
          .add("SELECT * FROM (")
          .add(parts.get(i).sql())
          .add(") part" + i);
    }
    if (parts.stream().allMatch(p -> p.sql().isNothing())) {
      sql.findsNothing();
    }
    if (ordered) {
      addOrders(sql, first);
    }
    sql.add(query.slice().sql(select.operations()));
    return new Selected(
        sql, first.columns(), List.of(), first.extras(), first.owner(), first.ownerType());
  }

  private static boolean isDistinctOn(Query part) {
    return part.distinct() != null && !part.distinct().on().isEmpty();
  }

  /** The parts that may have rows; the first one when none may. */
  private List<Query> present() {
    List<Query> parts = combined.parts();
    Query first = parts.getFirst();
    List<Query> some = parts.stream().filter(p -> !p.nothing()).toList();
    return switch (combined.how()) {
      case UNION, UNION_ALL -> some.isEmpty() ? List.of(first) : some;
      case INTERSECTION -> some.size() == parts.size() ? parts : List.of(first.none());
      case DIFFERENCE -> first.nothing() ? List.of(first) : some;
    };
  }

  private void addOrders(Sql sql, Selected first) {
    List<Order<?>> orders = new ArrayList<>(query.orders());
    if (query.ordering().defaults()) {
      query.model().ordering().forEach(n -> orders.add(OrderCompiler.order(n)));
    }
    boolean reversed = query.ordering().reversed();
    for (int i = 0; i < orders.size(); i++) {
      Order<?> order = orders.get(i);
      sql.add(i == 0 ? " ORDER BY " : ", ")
          .add(String.valueOf(position(order.node(), first)))
          .add(order.descending() != reversed ? " DESC" : " ASC")
          .add(
              switch (OrderCompiler.nulls(order, reversed)) {
                case AS_THE_DATABASE -> "";
                case FIRST -> " NULLS FIRST";
                case LAST -> " NULLS LAST";
              });
    }
  }

  private int position(Node node, Selected first) {
    ModelMeta<?> model = query.model();
    List<String> known = new ArrayList<>();
    for (int i = 0; i < query.outputs().size(); i++) {
      Query.Output output = query.outputs().get(i);
      known.add(output.name());
      if (node instanceof Node.Reference r && sameName(model, r.name(), output.name())
          || node.equals(output.expression())) {
        return i + 1;
      }
    }
    for (Compiler.Extra extra : first.extras()) {
      if (node instanceof Node.Reference r && r.name().equals(extra.name())) {
        return extra.position();
      }
    }
    if (query.outputs().isEmpty()) {
      String name =
          switch (node) {
            case Node.Reference r -> r.name();
            case Node.Field f -> String.join("__", f.path());
            default -> "";
          };
      FieldMeta field = model.findField(name).orElse(null);
      if (field != null) {
        return field.index() + 1;
      }
      model.fields().forEach(f -> known.add(f.name()));
    }
    throw new QueryException(
        "What is put together by %s is sorted by something that is no column of it. It has: %s."
            .formatted(
                combined.how().name().toLowerCase(java.util.Locale.ROOT),
                String.join(", ", known)));
  }

  private static boolean sameName(ModelMeta<?> model, String a, String b) {
    return a.equals(b)
        || (model.findField(a).isPresent() && model.findField(a).equals(model.findField(b)));
  }
}
