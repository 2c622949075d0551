package io.quintet.orm.internal.sql;

import io.quintet.orm.QueryException;
import io.quintet.orm.expr.Node;
import io.quintet.orm.expr.SqlFunction;
import io.quintet.orm.expr.SqlPart;
import io.quintet.orm.internal.dialect.Dialect;
import io.quintet.orm.internal.functions.AggregateFunction;
import io.quintet.orm.internal.functions.GeneralFunction;
import io.quintet.orm.internal.functions.Types;
import io.quintet.orm.internal.functions.Zoned;
import io.quintet.orm.internal.sql.NodeCompiler.Context;
import io.quintet.orm.meta.FieldType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Compiles values, arithmetic, functions, aggregates, cases and subqueries. */
final class Expressions {
  private final SelectCompiler select;
  private final NodeCompiler nodes;
  private final Dialect dialect;

  Expressions(SelectCompiler select, NodeCompiler nodes, Dialect dialect) {
    this.select = select;
    this.nodes = nodes;
    this.dialect = dialect;
  }

  /** An expression; {@code type} is what the program says that it yields. */
  Fragment compile(Node node, Context context, @Nullable FieldType type) {
    return switch (node) {
      case Node.Value value -> literal(value, type, null);
      case Node.Arithmetic arithmetic -> arithmetic(arithmetic, context, type);
      case Node.Call call -> call(call, context, type);
      case Node.Aggregate aggregate -> aggregate(aggregate, context, type);
      case Node.Window window -> new Windows(nodes, dialect).compile(window, context, type);
      case Node.Case choice -> choice(choice, context, type);
      case Node.JsonKey key -> jsonKey(key, context);
      case Node.Scalar scalar -> {
        Fragment subquery = select.subquery(scalar.query(), false);
        yield new Fragment("(" + subquery.text() + ")", subquery.params(), subquery.type(), true);
      }
      default -> throw new IllegalArgumentException("not an expression: " + node);
    };
  }

  /** A value; the type of what stands beside it decides how a constant of an enum is written. */
  private Fragment literal(Node.Value value, @Nullable FieldType type, @Nullable FieldType beside) {
    FieldType wanted = value.type() != null ? value.type() : type;
    if (wanted == null && value.value() instanceof Enum<?> && beside instanceof FieldType.Choices) {
      wanted = beside;
    }
    if (wanted == null) {
      return nodes.parameter(value.value(), null);
    }
    if (wanted instanceof FieldType.JsonValue) {
      return dialect.json().document(value.value());
    }
    Object coerced = Coerce.to(wanted, value.value(), "An expression", "exact", dialect);
    if (coerced instanceof Coerce.OutOfRange) {
      throw new QueryException(
          "A value is too large for "
              + Types.words(wanted)
              + ". Give the expression a wider type.");
    }
    return nodes.parameter(coerced, wanted);
  }

  private Fragment arithmetic(Node.Arithmetic a, Context context, @Nullable FieldType type) {
    Fragment left = nodes.expression(a.left(), context);
    Fragment right = nodes.expression(a.right(), context);
    FieldType result =
        type != null ? type : ArithmeticTypes.of(a.operator(), left.type(), right.type());
    return dialect
        .arithmetic()
        .combine(a.operator(), left, right)
        .typed(result)
        .nullable(left.nullable() || right.nullable());
  }

  private Fragment call(Node.Call call, Context context, @Nullable FieldType type) {
    if (call.function().kind() != SqlFunction.Kind.SCALAR) {
      throw new QueryException(
          call.function().name()
              + " is a function over several rows. Use it as an aggregate or window.");
    }
    List<Fragment> arguments = arguments(call.arguments(), context);
    FieldType result = Types.computed(typeOf(call.function(), arguments, type));
    Fragment sql = spell(call.function(), arguments).typed(result);
    return call.function() == GeneralFunction.COALESCE
        ? sql.nullable(arguments.stream().allMatch(Fragment::nullable))
        : sql.nullable(true);
  }

  /** The arguments of a function. */
  List<Fragment> arguments(List<Node> arguments, Context context) {
    List<Fragment> done = new ArrayList<>();
    FieldType first = null;
    for (Node argument : arguments) {
      Fragment sql =
          argument instanceof Node.Value v
              ? literal(v, null, first)
              : nodes.expression(argument, context.value());
      first = first == null ? sql.type() : first;
      done.add(sql);
    }
    return done;
  }

  private static FieldType typeOf(
      SqlFunction function, List<Fragment> arguments, @Nullable FieldType given) {
    return given != null ? given : function.type(List.<SqlPart>copyOf(arguments));
  }

  private Fragment spell(SqlFunction function, List<Fragment> arguments) {
    SqlFunction zoned = function instanceof Zoned z ? z.in(SelectCompiler.zone()) : function;
    return dialect.functions().call(zoned, arguments, dialect.name());
  }

  private Fragment aggregate(Node.Aggregate a, Context context, @Nullable FieldType type) {
    Fragment plain = plainAggregate(a, type);
    if (a.otherwise() == null) {
      return plain;
    }
    Fragment otherwise =
        a.otherwise() instanceof Node.Value v
            ? literal(v, null, plain.type())
            : nodes.expression(a.otherwise(), context.value());
    return Fragment.call("COALESCE", List.of(plain, otherwise))
        .typed(plain.type())
        .nullable(otherwise.nullable());
  }

  private Fragment plainAggregate(Node.Aggregate a, @Nullable FieldType type) {
    Context inside = new Context(false, false, JoinTree.ANY);
    List<Fragment> arguments = new ArrayList<>();
    for (Node argument : a.arguments()) {
      if (!nodes.isLifting() && select.hasAggregate(argument)) {
        throw new QueryException(
            "%s is over an aggregate, which stands in the same query. Aggregate in two steps."
                .formatted(a.function().name()));
      }
      arguments.add(
          argument instanceof Node.Value v
              ? literal(v, null, null)
              : nodes.operand(argument, inside));
    }
    FieldType result =
        a.arguments().isEmpty() ? new FieldType.Int64() : typeOf(a.function(), arguments, type);
    boolean filters = dialect.features().aggregateFilter();
    if (a.where() != null && !filters) {
      Fragment condition = nodes.condition(a.where(), inside.value());
      if (arguments.isEmpty()) {
        arguments.add(Fragment.sql("CASE WHEN {} THEN 1 END", condition));
      } else {
        Fragment first = arguments.getFirst();
        arguments.set(
            0, Fragment.sql("CASE WHEN {} THEN {} END", condition, first).typed(first.type()));
      }
    }
    Fragment sql =
        dialect
            .aggregates()
            .aggregate(
                a.function(),
                arguments,
                a.distinct(),
                a.orders().stream().map(o -> nodes.order(o, inside)).toList(),
                dialect);
    if (a.where() != null && filters) {
      sql = Fragment.sql("{} FILTER (WHERE {})", sql, nodes.condition(a.where(), inside.value()));
    }
    return sql.typed(type != null ? type : result)
        .nullable(a.function() != AggregateFunction.COUNT);
  }

  private Fragment choice(Node.Case choice, Context context, @Nullable FieldType type) {
    Context inside = context.value();
    List<Fragment> results = new ArrayList<>();
    List<Fragment> parts = new ArrayList<>();
    for (Node.When when : choice.cases()) {
      Fragment value = result(when.value(), inside, type);
      results.add(value);
      parts.add(Fragment.sql(" WHEN {} THEN {}", nodes.condition(when.condition(), inside), value));
    }
    Fragment otherwise = result(choice.otherwise(), inside, type);
    results.add(otherwise);
    FieldType known = type != null ? type : Types.common(results);
    if (parts.isEmpty()) {
      return otherwise.typed(known);
    }
    return Fragment.sql("CASE{} ELSE {} END", Fragment.joined(parts, ""), otherwise)
        .typed(Types.computed(known))
        .nullable(results.stream().anyMatch(Fragment::nullable));
  }

  private Fragment result(Node node, Context context, @Nullable FieldType type) {
    return node instanceof Node.Value v
        ? literal(v, v.value() == null ? null : type, null)
        : nodes.expression(node, context);
  }

  private Fragment jsonKey(Node.JsonKey key, Context context) {
    Fragment json = nodes.expression(key.json(), context);
    return key.text()
        ? dialect.json().keyText(json, key.keys()).typed(new FieldType.LongText()).nullable(true)
        : dialect.json().key(json, key.keys()).typed(new FieldType.JsonValue()).nullable(true);
  }
}
