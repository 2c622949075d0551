package io.quintet.orm.internal.sql;

import io.quintet.orm.Entity;
import io.quintet.orm.expr.Expression;
import io.quintet.orm.expr.Lookup;
import io.quintet.orm.expr.Node;
import io.quintet.orm.expr.Order;
import io.quintet.orm.expr.SubqueryOf;
import io.quintet.orm.meta.ModelMeta;
import io.quintet.orm.meta.Models;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a query asks for with the values taken out: two queries of the same shape have the same SQL.
 *
 * <p>Only what is known to leave the SQL as it is, whatever the value, is taken out: plain values
 * on the right side of plain comparisons. A query with anything else that holds a value has no
 * shape. The class of a value, the length of a list, null, true and false are parts of the shape.
 */
final class QueryShape {
  private static final Set<Lookup> PLAIN =
      EnumSet.of(
          Lookup.EXACT, Lookup.IN, Lookup.GT, Lookup.GTE, Lookup.LT, Lookup.LTE, Lookup.RANGE);

  private final List<@Nullable Object> parts;
  private final List<Object> values;
  private final int hash;

  private QueryShape(List<@Nullable Object> parts, List<Object> values) {
    this.parts = parts;
    this.values = values;
    this.hash = parts.hashCode();
  }

  /** The shape of a query for one kind of statement, if it has one. */
  static Optional<QueryShape> of(String kind, Query query) {
    Walk walk = new Walk(query);
    walk.parts.add(kind);
    walk.query();
    return walk.shapeless ? Optional.empty() : Optional.of(new QueryShape(walk.parts, walk.values));
  }

  /** The values in the order in which they stand in the query. */
  List<Object> values() {
    return values;
  }

  /** The same without the values, to be kept. */
  QueryShape bare() {
    return new QueryShape(parts, List.of());
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof QueryShape that && hash == that.hash && parts.equals(that.parts);
  }

  @Override
  public int hashCode() {
    return hash;
  }

  private static final class Walk {
    private final Query query;
    private final List<@Nullable Object> parts = new ArrayList<>(24);
    private final List<Object> values = new ArrayList<>();
    private boolean annotated;
    private boolean shapeless;

    Walk(Query query) {
      this.query = query;
    }

    void query() {
      // Taken apart whole, so that a new component cannot be forgotten here.
      if (!(query
              instanceof
              Query(
                  var model,
                  var steps,
                  var ordering,
                  var slice,
                  var distinct,
                  var related,
                  var fields,
                  var outputs,
                  var groups,
                  var nothing,
                  var lock,
                  var owned,
                  var combined))
          || combined != null) {
        shapeless = true;
        return;
      }
      parts.add(model);
      parts.add(steps.size());
      steps.forEach(this::step);
      parts.add(ordering.defaults());
      parts.add(ordering.reversed());
      parts.add(ordering.orders().size());
      ordering.orders().forEach(this::order);
      parts.add(slice.limit());
      parts.add(slice.offset() > 0);
      if (slice.offset() > 0) {
        values.add(slice.offset());
      }
      parts.add(distinct);
      parts.add(related);
      parts.add(fields);
      outputs(outputs);
      parts.add(groups == null ? null : groups.size());
      if (groups != null) {
        groups.forEach(this::node);
      }
      parts.add(nothing);
      parts.add(lock);
      if (owned != null) {
        parts.add(owned.relation());
        parts.add(owned.reverse());
        list(owned.keys());
      }
    }

    private void outputs(List<Query.Output> outputs) {
      parts.add(outputs.size());
      for (Query.Output output : outputs) {
        parts.add(output.name());
        node(output.expression());
      }
    }

    private void step(Query.Step step) {
      switch (step) {
        case Query.Step.Filter filter -> {
          parts.add("filter");
          node(filter.condition());
        }
        case Query.Step.Annotate annotate -> {
          annotated = true;
          parts.add("annotate");
          parts.add(annotate.name());
          parts.add(annotate.selected());
          node(annotate.expression());
        }
        case Query.Step.Relate relate -> shapeless = true;
        case Query.Step.Join join -> shapeless = true;
        case Query.Step.Values columns -> {
          parts.add("values");
          outputs(columns.outputs());
        }
      }
    }

    private void order(Order<?> order) {
      parts.add(order.descending());
      parts.add(order.nulls());
      node(order.node());
    }

    private void node(Node node) {
      switch (node) {
        case Node.Field field -> {
          parts.add("field");
          parts.add(field.path());
        }
        case Node.Reference reference -> {
          parts.add("reference");
          name(reference.name());
        }
        case Node.Compare compare -> compare(compare);
        case Node.Named named -> named(named);
        case Node.And and -> all("and", and.parts());
        case Node.Or or -> all("or", or.parts());
        case Node.Not not -> {
          parts.add("not");
          node(not.part());
        }
        default -> shapeless = true;
      }
    }

    private void all(String kind, List<Node> nodes) {
      parts.add(kind);
      parts.add(nodes.size());
      nodes.forEach(this::node);
    }

    private void compare(Node.Compare compare) {
      parts.add(compare.lookup());
      node(compare.left());
      if (compare.lookup() == Lookup.IS_NULL) {
        parts.add(compare.right());
        return;
      }
      if (!PLAIN.contains(compare.lookup())) {
        shapeless = true;
        return;
      }
      parts.add(compare.right().size());
      for (Node right : compare.right()) {
        if (right instanceof Node.Value(Object value, var type) && type == null) {
          value(value);
        } else {
          node(right);
        }
      }
    }

    private void named(Node.Named named) {
      parts.add("named");
      String lookup = named.lookup();
      int last = lookup.lastIndexOf("__");
      boolean plain =
          last >= 0 && Lookup.named(lookup.substring(last + 2)).filter(PLAIN::contains).isPresent();
      if (plain) {
        name(lookup.substring(0, last));
        parts.add(lookup.substring(last));
      } else {
        name(lookup);
      }
      switch (named.value()) {
        case Collection<?> several -> list(several);
        case Object[] several -> list(List.of(several));
        case SubqueryOf subquery -> shapeless = true;
        case Expression<?, ?> expression -> shapeless = true;
        case null -> value(null);
        case Object one -> value(one);
      }
    }

    /** A name, or several that lead to a column: no look-up and no function among them. */
    private void name(String name) {
      parts.add(name);
      if (name.contains("__") && (annotated || !isColumn(name))) {
        shapeless = true;
      }
    }

    private boolean isColumn(String name) {
      ModelMeta<?> model = query.model();
      int from = 0;
      while (true) {
        int to = name.indexOf("__", from);
        if (to < 0) {
          return model.findField(name.substring(from)).isPresent();
        }
        Optional<Hop> hop = PathResolver.hop(model, name.substring(from, to));
        if (hop.isEmpty()) {
          return false;
        }
        model = hop.get().target();
        from = to + 2;
      }
    }

    private void list(Collection<?> several) {
      parts.add(several.size());
      several.forEach(this::value);
    }

    private void value(@Nullable Object value) {
      if (value == null || value instanceof Boolean) {
        parts.add(value);
        return;
      }
      Object plain =
          value instanceof Entity entity && entity.isSaved()
              ? Models.of(entity).primaryKey().get(entity)
              : value;
      if (plain == null || !PlainValues.isPlain(plain)) {
        shapeless = true;
        return;
      }
      parts.add(plain.getClass());
      parts.add(value instanceof Entity entity ? entity.getClass() : null);
      values.add(plain);
    }
  }
}
