package io.quintet.orm.internal.sql;

import io.quintet.orm.QueryException;
import io.quintet.orm.expr.Fn;
import io.quintet.orm.expr.Lookup;
import io.quintet.orm.expr.Node;
import io.quintet.orm.internal.dialect.Operations;
import io.quintet.orm.meta.FieldType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Compiles expressions and conditions of one SELECT. */
final class NodeCompiler {
  /**
   * Where a condition stands: how deep in NOT, whether it must hold for every row, which joins it
   * may use.
   */
  record Context(boolean negated, boolean mustHold, int group) {
    Context not() {
      return new Context(!negated, false, group);
    }

    Context maybe() {
      return new Context(negated, false, group);
    }
  }

  private static final Fragment FALSE = Fragment.of("1 = 0");
  private static final Fragment TRUE = Fragment.of("1 = 1");

  private final SelectCompiler select;
  private final Operations operations;

  NodeCompiler(SelectCompiler select, Operations operations) {
    this.select = select;
    this.operations = operations;
  }

  Fragment condition(Node node, Context context) {
    return switch (node) {
      case Node.And and -> all(and.parts(), " AND ", context, TRUE);
      case Node.Or or ->
          all(or.parts(), " OR ", or.parts().size() == 1 ? context : context.maybe(), FALSE);
      case Node.Xor xor -> xor(xor, context);
      case Node.Not not -> {
        Fragment inner = condition(not.part(), context.not());
        yield inner.with("NOT (" + inner.text() + ")");
      }
      case Node.Compare compare -> leaf(compare, context);
      case Node.Named named -> condition(select.understand(named), context);
      case Node.Within within -> within(within, context);
      default -> expression(node, context);
    };
  }

  private Fragment all(List<Node> parts, String separator, Context context, Fragment empty) {
    if (parts.isEmpty()) {
      return empty;
    }
    if (parts.size() == 1) {
      return condition(parts.getFirst(), context);
    }
    List<Fragment> done = parts.stream().map(p -> condition(p, context)).toList();
    String text = "(" + String.join(separator, done.stream().map(Fragment::text).toList()) + ")";
    return Fragment.of(text, Fragment.params(done));
  }

  /** An odd number of them: each counts as 1 or 0. */
  private Fragment xor(Node.Xor xor, Context context) {
    if (xor.parts().size() < 2) {
      return all(xor.parts(), "", context, FALSE);
    }
    List<Fragment> done = xor.parts().stream().map(p -> condition(p, context.maybe())).toList();
    String sum =
        String.join(
            " + ",
            done.stream().map(f -> "CASE WHEN " + f.text() + " THEN 1 ELSE 0 END").toList());
    return Fragment.of("((" + sum + ") % 2 = 1)", Fragment.params(done));
  }

  private Fragment leaf(Node.Compare compare, Context context) {
    if (context.negated() && select.crossesMany(compare)) {
      return select.existsFor(compare);
    }
    Fragment left = expression(compare.left(), context);
    boolean asksForNull = compare.lookup() == Lookup.IS_NULL && isTrue(compare.right().getFirst());
    if (context.mustHold() && !asksForNull) {
      select.requireTables(compare.left());
    }
    Fragment result = compared(compare, left, context);
    if (context.negated() && left.nullable() && compare.lookup() != Lookup.IS_NULL) {
      List<Param> params = new ArrayList<>(result.params());
      params.addAll(left.params());
      return Fragment.of("(" + result.text() + " AND " + left.text() + " IS NOT NULL)", params);
    }
    return result;
  }

  private static boolean isTrue(Node node) {
    return node instanceof Node.Value v && Boolean.TRUE.equals(v.value());
  }

  private Fragment compared(Node.Compare compare, Fragment left, Context context) {
    return switch (compare.lookup()) {
      case EXACT -> equal(compare, left, context);
      case IN -> in(compare, left);
      case RANGE -> range(compare, left, context);
      case IS_NULL ->
          left.with(
              left.text() + (isTrue(compare.right().getFirst()) ? " IS NULL" : " IS NOT NULL"));
      case GT, GTE, LT, LTE -> ordered(compare, left, context);
      default -> pattern(compare, left, context);
    };
  }

  private Fragment equal(Node.Compare compare, Fragment left, Context context) {
    Node right = compare.right().getFirst();
    if (right instanceof Node.Value v) {
      Object value = coerced(compare, left, v);
      if (value == null) {
        return left.with(left.text() + " IS NULL");
      }
      if (value instanceof Coerce.OutOfRange) {
        return FALSE;
      }
      return joined(left, " = ", parameter(value, left.type()));
    }
    return guarded(joined(left, " = ", expression(right, context)), right, context);
  }

  /** In a negation a null on the right side must not make the row disappear. */
  private Fragment guarded(Fragment result, Node right, Context context) {
    Fragment other = expression(right, context);
    if (!context.negated() || !other.nullable()) {
      return result;
    }
    List<Param> params = new ArrayList<>(result.params());
    params.addAll(other.params());
    return Fragment.of("(" + result.text() + " AND " + other.text() + " IS NOT NULL)", params);
  }

  private Fragment ordered(Node.Compare compare, Fragment left, Context context) {
    boolean greater = compare.lookup() == Lookup.GT || compare.lookup() == Lookup.GTE;
    String operator =
        switch (compare.lookup()) {
          case GT -> " > ";
          case GTE -> " >= ";
          case LT -> " < ";
          default -> " <= ";
        };
    Node right = compare.right().getFirst();
    if (!(right instanceof Node.Value v)) {
      return guarded(joined(left, operator, expression(right, context)), right, context);
    }
    Object value = coerced(compare, left, v);
    if (value == null) {
      throw new QueryException(
          describe(compare)
              + " is compared with null by "
              + compare.lookup().text()
              + ". Use isNull.");
    }
    if (value instanceof Coerce.OutOfRange out) {
      return out.positive() == greater ? FALSE : left.with(left.text() + " IS NOT NULL");
    }
    return joined(left, operator, parameter(value, left.type()));
  }

  private Fragment in(Node.Compare compare, Fragment left) {
    List<Fragment> values = new ArrayList<>();
    for (Node node : compare.right()) {
      Object value = node instanceof Node.Value v ? coerced(compare, left, v) : null;
      if (value != null && !(value instanceof Coerce.OutOfRange)) {
        values.add(parameter(value, left.type()));
      }
    }
    if (values.isEmpty()) {
      return FALSE;
    }
    List<Param> params = new ArrayList<>(left.params());
    params.addAll(Fragment.params(values));
    return Fragment.of(
        left.text()
            + " IN ("
            + String.join(", ", values.stream().map(Fragment::text).toList())
            + ")",
        params);
  }

  private Fragment range(Node.Compare compare, Fragment left, Context context) {
    Node from = compare.right().get(0);
    Node to = compare.right().get(1);
    Fragment low =
        ordered(new Node.Compare(Lookup.GTE, compare.left(), List.of(from)), left, context);
    Fragment high =
        ordered(new Node.Compare(Lookup.LTE, compare.left(), List.of(to)), left, context);
    return Fragment.of(
        "(" + low.text() + " AND " + high.text() + ")", Fragment.params(List.of(low, high)));
  }

  private Fragment pattern(Node.Compare compare, Fragment left, Context context) {
    if (!(compare.right().getFirst() instanceof Node.Value v)) {
      throw new QueryException(
          describe(compare)
              + ": "
              + compare.lookup().text()
              + " takes a text, not another column.");
    }
    if (v.value() == null) {
      throw new QueryException(
          describe(compare)
              + " is compared with null by "
              + compare.lookup().text()
              + ". Use isNull.");
    }
    String text = v.value() instanceof Enum<?> e ? e.name() : v.value().toString();
    if (text.indexOf('\0') >= 0) {
      return FALSE;
    }
    boolean plain =
        left.type() != null
            && (left.type().isText()
                || left.type() instanceof FieldType.Choices
                || left.type().maxLengthOrZero() > 0);
    String sql =
        operations.pattern(
            compare.lookup(), plain ? left.text() : operations.asText(left.text()), text);
    Param bound =
        new Param(operations.patternValue(compare.lookup(), text), new FieldType.LongText());
    List<Param> params = new ArrayList<>();
    boolean valueFirst = sql.startsWith("quintet_regexp");
    if (valueFirst) {
      params.add(bound);
    }
    params.addAll(left.params());
    if (!valueFirst) {
      params.add(bound);
    }
    return Fragment.of(sql, params);
  }

  private @Nullable Object coerced(Node.Compare compare, Fragment left, Node.Value value) {
    return Coerce.to(left.type(), value.value(), describe(compare));
  }

  private String describe(Node.Compare compare) {
    String model = select.query().model().label();
    return switch (compare.left()) {
      case Node.Field f -> model + "." + String.join("__", f.path());
      case Node.Reference r -> model + "." + r.name();
      default -> "An expression of " + model;
    };
  }

  private Fragment within(Node.Within within, Context context) {
    Fragment subquery = select.subquery(within.query(), within.left() == null);
    if (within.left() == null) {
      return Fragment.of("EXISTS (" + subquery.text() + ")", subquery.params());
    }
    if (context.negated() && select.crossesMany(within.left())) {
      return select.existsFor(within);
    }
    Fragment left = expression(within.left(), context);
    if (context.mustHold()) {
      select.requireTables(within.left());
    }
    List<Param> params = new ArrayList<>(left.params());
    params.addAll(subquery.params());
    String text = left.text() + " IN (" + subquery.text() + ")";
    if (context.negated() && left.nullable()) {
      params.addAll(left.params());
      text = "(" + text + " AND " + left.text() + " IS NOT NULL)";
    }
    return Fragment.of(text, params);
  }

  Fragment expression(Node node, Context context) {
    Fragment known = select.known().get(node);
    if (known != null) {
      return known;
    }
    return switch (node) {
      case Node.Field field -> select.column(field.path(), context.group());
      case Node.Reference reference -> select.reference(reference.name(), context.group());
      case Node.Outer outer -> select.outerColumn(outer.path());
      case Node.Value value -> parameter(value.value(), null);
      case Node.Arithmetic arithmetic -> arithmetic(arithmetic, context);
      case Node.Call call -> call(call, context);
      case Node.Aggregate aggregate -> aggregate(aggregate);
      case Node.Case choice -> choice(choice, context);
      case Node.Scalar scalar -> {
        Fragment subquery = select.subquery(scalar.query(), false);
        yield new Fragment("(" + subquery.text() + ")", subquery.params(), subquery.type(), true);
      }
      default -> condition(node, context);
    };
  }

  Fragment parameter(@Nullable Object value, @Nullable FieldType type) {
    if (value == null) {
      return new Fragment("NULL", List.of(), type, true);
    }
    FieldType known = type != null ? type : typeOf(value);
    return new Fragment(
        operations.parameter(known), List.of(new Param(value, known)), known, false);
  }

  private static @Nullable FieldType typeOf(Object value) {
    return switch (value) {
      case String s -> new FieldType.LongText();
      case Long l -> new FieldType.Int64();
      case Integer i -> new FieldType.Int32();
      case Double d -> new FieldType.Float64();
      case Boolean b -> new FieldType.Bool();
      case java.time.Instant i -> new FieldType.Timestamp();
      case java.time.LocalDate d -> new FieldType.Date();
      default -> null;
    };
  }

  private Fragment joined(Fragment left, String operator, Fragment right) {
    return Fragment.of(
        left.text() + operator + right.text(), Fragment.params(List.of(left, right)));
  }

  private Fragment arithmetic(Node.Arithmetic a, Context context) {
    Fragment left = expression(a.left(), context);
    Fragment right =
        a.right() instanceof Node.Value v
            ? parameter(v.value(), null)
            : expression(a.right(), context);
    String text =
        switch (a.operator()) {
          case PLUS -> "(" + left.text() + " + " + right.text() + ")";
          case MINUS -> "(" + left.text() + " - " + right.text() + ")";
          case TIMES -> "(" + left.text() + " * " + right.text() + ")";
          case MODULO -> "(" + left.text() + " % " + right.text() + ")";
          case DIVIDED_BY -> operations.divide(left.text(), right.text(), left.type());
        };
    return new Fragment(
        text,
        Fragment.params(List.of(left, right)),
        left.type(),
        left.nullable() || right.nullable());
  }

  private Fragment call(Node.Call call, Context context) {
    List<Fragment> arguments = new ArrayList<>();
    FieldType first = null;
    for (Node argument : call.arguments()) {
      Fragment done =
          argument instanceof Node.Value v
              ? parameter(v.value(), call.function() == Fn.COALESCE ? first : null)
              : expression(argument, context);
      if (arguments.isEmpty()) {
        first = done.type();
      }
      arguments.add(done);
    }
    String text =
        operations.call(call.function(), arguments.stream().map(Fragment::text).toList(), first);
    return new Fragment(
        text, Fragment.params(arguments), PathResolver.typeOf(call.function(), first), true);
  }

  private Fragment aggregate(Node.Aggregate a) {
    Context inside = new Context(false, false, JoinTree.ANY);
    Fragment argument = a.argument() == null ? Fragment.of("*") : expression(a.argument(), inside);
    String name = a.kind().name().toUpperCase(Locale.ROOT);
    String text = name + "(" + (a.distinct() ? "DISTINCT " : "") + argument.text() + ")";
    List<Param> params = new ArrayList<>(argument.params());
    if (a.where() != null) {
      Fragment where = condition(a.where(), inside);
      text += " FILTER (WHERE " + where.text() + ")";
      params.addAll(where.params());
    }
    FieldType type =
        switch (a.kind()) {
          case COUNT -> new FieldType.Int64();
          case AVG -> new FieldType.Float64();
          case SUM, MIN, MAX -> argument.type();
        };
    return new Fragment(text, params, type, a.kind() != Node.Aggregate.Kind.COUNT);
  }

  private Fragment choice(Node.Case choice, Context context) {
    Sql sql = new Sql().add("CASE");
    FieldType type = null;
    for (Node.When when : choice.cases()) {
      Fragment value = expression(when.value(), context.maybe());
      type = type == null ? value.type() : type;
      sql.add(" WHEN ").add(condition(when.condition(), context.maybe())).add(" THEN ").add(value);
    }
    sql.add(" ELSE ").add(expression(choice.otherwise(), context.maybe())).add(" END");
    return new Fragment(sql.toString(), sql.params(), type, true);
  }
}
