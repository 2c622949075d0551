package io.quintet.conformance.orm;

import io.quintet.orm.Entity;
import io.quintet.orm.Many;
import io.quintet.orm.QuerySet;
import io.quintet.orm.Rows;
import io.quintet.orm.expr.Condition;
import io.quintet.orm.expr.Expression;
import io.quintet.orm.expr.Functions;
import io.quintet.orm.expr.Named;
import io.quintet.orm.expr.Order;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Builds the querysets of cases. */
final class Queries {
  private final Variables variables;
  private final Values values;
  private final ConditionReader conditions = new ConditionReader(this);
  private final ExpressionReader expressions = new ExpressionReader(this);
  private final Fetching fetching = new Fetching(this);
  private final Columns columns = new Columns(this);

  Queries(Variables variables) {
    this.variables = variables;
    this.values = new Values(variables, this);
  }

  Values values() {
    return values;
  }

  ConditionReader conditions() {
    return conditions;
  }

  ExpressionReader expressions() {
    return expressions;
  }

  /** The queryset that a case describes. */
  Built build(Map<String, @Nullable Object> raw) {
    Built built = new Built(start(raw));
    for (Object each : Raw.list(raw.get("ops"))) {
      Map<String, @Nullable Object> op = Raw.object(each);
      String name = op.keySet().iterator().next();
      built = apply(built, name, op.get(name), op);
    }
    return built;
  }

  private Rows<Entity, ?, ?> start(Map<String, @Nullable Object> raw) {
    if (raw.containsKey("var")) {
      return ((Built) Values.present(variables.get(String.valueOf(raw.get("var"))))).rows();
    }
    if (raw.containsKey("manager")) {
      return many(raw.get("manager")).all();
    }
    return Variables.all(raw.get("model"));
  }

  /** The relation of an object that {@code [variable, name]} stands for. */
  @SuppressWarnings("unchecked") // the interpreter looks at entities by names only
  Many<Entity> many(@Nullable Object raw) {
    List<@Nullable Object> parts = Raw.list(raw);
    Object value = Shown.many(variables.entity(parts.get(0)), String.valueOf(parts.get(1)));
    return (Many<Entity>) value;
  }

  private Built apply(
      Built built, String name, @Nullable Object parameter, Map<String, @Nullable Object> op) {
    Rows<Entity, ?, ?> rows = built.rows();
    return switch (name) {
      case "filter" -> new Built(rows.filter(conditions(parameter)));
      case "exclude" -> new Built(rows.exclude(conditions(parameter)));
      case "order_by" -> new Built(ordered(rows, Raw.list(parameter)));
      case "annotate", "alias" -> annotated(built, name.equals("alias"), Raw.object(parameter));
      case "distinct" -> new Built(rows.distinct(Raw.texts(parameter).toArray(String[]::new)));
      case "slice" -> new Built(sliced(rows, Raw.list(parameter)));
      case "reverse" -> new Built(rows.reverse());
      case "all" -> new Built(rows.all());
      case "none" -> new Built(rows.none());
      case "values", "values_list" -> columns.of(built, name, Raw.list(parameter), op);
      case "dates", "datetimes" -> columns.dates(built, name, Raw.list(parameter), op);
      case "union", "intersection", "difference" -> combined(built, name, parameter, op);
      case "and", "or", "xor" -> joined(built, name, build(Raw.object(parameter)));
      default -> fetching.apply(built, name, parameter);
    };
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  private Condition<Entity>[] conditions(@Nullable Object raw) {
    return conditions.all(raw).toArray(Condition[]::new);
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  private Rows<Entity, ?, ?> ordered(Rows<Entity, ?, ?> rows, List<@Nullable Object> keys) {
    return rows.orderBy((Order<Entity>[]) keys.stream().map(this::order).toArray(Order[]::new));
  }

  /** An order: a path, or an object that says more. */
  Order<Entity> order(@Nullable Object raw) {
    if (raw instanceof String path) {
      return io.quintet.orm.Q.order(path);
    }
    Map<String, @Nullable Object> object = Raw.object(raw);
    if (!object.containsKey("key")) {
      return new Expression<Entity, Object>(expressions.of(object)).asc();
    }
    Expression<Entity, Object> key = new Expression<>(expressions.argument(object.get("key")));
    Order<Entity> order = "desc".equals(object.get("dir")) ? key.desc() : key.asc();
    return switch (String.valueOf(object.get("nulls"))) {
      case "first" -> order.nullsFirst();
      case "last" -> order.nullsLast();
      default -> order;
    };
  }

  private Built annotated(Built built, boolean hidden, Map<String, @Nullable Object> raw) {
    Rows<Entity, ?, ?> rows = built.rows();
    for (Map.Entry<String, @Nullable Object> each : raw.entrySet()) {
      Map<String, @Nullable Object> object =
          each.getValue() instanceof Map<?, ?> map ? Raw.object(map) : Map.of();
      if (Raw.tag(object).equals("$filtered")) {
        rows = fetching.filtered(new Built(rows), each.getKey(), object).rows();
      } else {
        Named<Entity, Object> named = named(each.getKey(), each.getValue());
        rows = hidden ? rows.alias(named) : rows.annotate(named);
      }
    }
    return new Built(rows);
  }

  Named<Entity, Object> named(String name, @Nullable Object raw) {
    return new Expression<Entity, Object>(expressions.argument(raw)).as(name);
  }

  private static Rows<Entity, ?, ?> sliced(Rows<Entity, ?, ?> rows, List<@Nullable Object> bounds) {
    if (bounds.size() > 2) {
      throw new Unwritable("a slice with steps: a list of Java has none");
    }
    long from = bounds.get(0) instanceof Long start ? start : 0;
    if (bounds.get(1) instanceof Long to) {
      return from >= 0 && to >= 0 && to < from ? rows.none() : rows.slice(from, to);
    }
    return rows.from(from);
  }

  @SuppressWarnings({"unchecked", "rawtypes"}) // all parts are of one kind
  private Built combined(
      Built built, String name, @Nullable Object raw, Map<String, @Nullable Object> op) {
    Rows[] others =
        Raw.list(raw).stream()
            .map(q -> build(Raw.object(q)).rows())
            .toArray(built.isColumns() ? io.quintet.orm.Selection[]::new : QuerySet[]::new);
    Rows rows = built.rows();
    return new Built(
        (Rows<Entity, ?, ?>)
            switch (name) {
              case "union" ->
                  Raw.isTrue(op.get("all")) ? rows.unionAll(others) : rows.union(others);
              case "intersection" -> rows.intersection(others);
              default -> rows.difference(others);
            });
  }

  private static Built joined(Built built, String name, Built other) {
    QuerySet<Entity> first = built.entities(name);
    QuerySet<Entity> second = other.entities(name);
    return new Built(
        switch (name) {
          case "and" -> first.and(second);
          case "or" -> first.or(second);
          default -> first.xor(second);
        });
  }

  /** Expressions of an argument that may be a path. */
  List<Expression<Entity, Object>> arguments(List<@Nullable Object> raw) {
    List<Expression<Entity, Object>> found = new ArrayList<>();
    for (Object each : raw) {
      found.add(
          each instanceof String path
              ? Functions.f(path)
              : new Expression<>(expressions.argument(each)));
    }
    return found;
  }
}
