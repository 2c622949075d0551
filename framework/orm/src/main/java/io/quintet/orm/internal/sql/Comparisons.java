package io.quintet.orm.internal.sql;

import io.quintet.orm.InvalidValueException;
import io.quintet.orm.QueryException;
import io.quintet.orm.expr.Lookup;
import io.quintet.orm.expr.Node;
import io.quintet.orm.expr.SqlPart;
import io.quintet.orm.internal.dialect.Dialect;
import io.quintet.orm.internal.sql.NodeCompiler.Context;
import io.quintet.orm.meta.FieldType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Compiles comparisons. */
final class Comparisons {
  private final SelectCompiler select;
  private final NodeCompiler nodes;
  private final Dialect dialect;
  private final JsonComparisons json;

  Comparisons(SelectCompiler select, NodeCompiler nodes, Dialect dialect) {
    this.select = select;
    this.nodes = nodes;
    this.dialect = dialect;
    this.json = new JsonComparisons(select, nodes, dialect.json());
  }

  static boolean isTrue(Node node) {
    return node instanceof Node.Value v && Boolean.TRUE.equals(v.value());
  }

  Fragment exists(Node.Within within) {
    Fragment subquery = select.subquery(within.query(), true);
    return Fragment.of("EXISTS (" + subquery.text() + ")", subquery.params());
  }

  Fragment compare(Node node, Context context) {
    return switch (node) {
      case Node.Compare compare -> compare(compare, context);
      case Node.Custom custom -> custom(custom, context);
      case Node.Within within -> within(within, context);
      default -> throw new IllegalArgumentException("not a comparison: " + node);
    };
  }

  private Fragment compare(Node.Compare compare, Context context) {
    JsonComparisons.@Nullable Target target = json.target(compare.left());
    Fragment result =
        target == null
            ? compared(compare, nodes.operand(compare.left(), context), context)
            : json.compare(compare, target, context);
    return compare.lookup() == Lookup.IS_NULL
        ? result
        : guarded(result, compare.left(), compare.right(), context);
  }

  /**
   * In a negation, a column that is null must not make the row disappear: what was compared is then
   * just not equal.
   */
  private Fragment guarded(Fragment result, Node left, List<Node> right, Context context) {
    if (!context.negated()) {
      return result;
    }
    List<Fragment> guards = new ArrayList<>();
    addGuard(baseColumn(left), context, guards);
    right.forEach(r -> addGuard(column(r), context, guards));
    if (guards.isEmpty()) {
      return result;
    }
    List<Fragment> all = new ArrayList<>(List.of(result));
    guards.forEach(g -> all.add(g.with(g.text() + " IS NOT NULL")));
    Fragment joined = Fragment.joined(all, " AND ");
    return Fragment.of("(" + joined.text() + ")", joined.params());
  }

  private void addGuard(Node.@Nullable Field column, Context context, List<Fragment> guards) {
    if (column != null) {
      Fragment sql = nodes.operand(column, context);
      if (sql.nullable()) {
        guards.add(sql);
      }
    }
  }

  /** The column under transforms of one argument. */
  private Node.@Nullable Field baseColumn(Node node) {
    return switch (node) {
      case Node.Field field -> field;
      case Node.Reference r when !select.isAnnotation(r.name()) ->
          baseColumn(select.resolve(r.name()));
      case Node.Call call when call.arguments().size() == 1 ->
          baseColumn(call.arguments().getFirst());
      case Node.JsonKey key -> baseColumn(key.json());
      case Node.Typed typed -> baseColumn(typed.expression());
      default -> null;
    };
  }

  private Node.@Nullable Field column(Node node) {
    return switch (node) {
      case Node.Field field -> field;
      case Node.Reference r when !select.isAnnotation(r.name()) -> column(select.resolve(r.name()));
      default -> null;
    };
  }

  private Fragment compared(Node.Compare compare, Fragment left, Context context) {
    if (left.type() instanceof FieldType.Array || compare.lookup() == Lookup.OVERLAP) {
      return array(compare, left, context);
    }
    return plain(compare, left, context);
  }

  private Fragment array(Node.Compare compare, Fragment left, Context context) {
    Lookup lookup = compare.lookup();
    if (ArrayComparisons.isOne(lookup) && left.type() instanceof FieldType.Array) {
      Node right = compare.right().getFirst();
      if (!(right instanceof Node.Value v)) {
        return joined(left, ArrayComparisons.operator(lookup), nodes.operand(right, context));
      }
      Object value = coerced(compare, left, v);
      return value == null || value instanceof Coerce.OutOfRange
          ? NodeCompiler.FALSE
          : joined(left, ArrayComparisons.operator(lookup), nodes.parameter(value, left.type()));
    }
    return switch (lookup) {
      case EXACT, IN, IS_NULL, GT, GTE, LT, LTE, RANGE -> plain(compare, left, context);
      default -> throw ArrayComparisons.refused(describe(compare), lookup);
    };
  }

  private Fragment plain(Node.Compare compare, Fragment left, Context context) {
    return switch (compare.lookup()) {
      case EXACT -> equal(compare, left, context);
      case IN -> in(compare, left, context);
      case RANGE -> range(compare, left, context);
      case IS_NULL ->
          left.with(
                  left.text() + (isTrue(compare.right().getFirst()) ? " IS NULL" : " IS NOT NULL"))
              .asCondition();
      case GT, GTE, LT, LTE -> ordered(compare, left, context);
      case CONTAINED_BY, HAS_KEY, HAS_KEYS, HAS_ANY_KEYS ->
          throw new QueryException(
              describe(compare)
                  + " is no JSON value: "
                  + compare.lookup().text()
                  + " is for columns of JSON.");
      default -> pattern(compare, left, context);
    };
  }

  private Fragment equal(Node.Compare compare, Fragment left, Context context) {
    Node right = compare.right().getFirst();
    if (!(right instanceof Node.Value v)) {
      return joined(left, " = ", nodes.operand(right, context));
    }
    Object value = coerced(compare, left, v);
    if (value == null) {
      return left.with(left.text() + " IS NULL").asCondition();
    }
    return value instanceof Coerce.OutOfRange
        ? NodeCompiler.FALSE
        : joined(left, " = ", nodes.parameter(value, left.type()));
  }

  private Fragment ordered(Node.Compare compare, Fragment left, Context context) {
    Lookup lookup = compare.lookup();
    String operator =
        switch (lookup) {
          case GT -> " > ";
          case GTE -> " >= ";
          case LT -> " < ";
          default -> " <= ";
        };
    Node right = compare.right().getFirst();
    if (!(right instanceof Node.Value v)) {
      return joined(left, operator, nodes.operand(right, context));
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
      boolean greater = lookup == Lookup.GT || lookup == Lookup.GTE;
      return out.positive() == greater ? NodeCompiler.FALSE : NodeCompiler.TRUE;
    }
    return joined(left, operator, nodes.parameter(value, left.type()));
  }

  private Fragment in(Node.Compare compare, Fragment left, Context context) {
    List<Fragment> values = new ArrayList<>();
    for (Node node : compare.right()) {
      if (!(node instanceof Node.Value v)) {
        values.add(nodes.operand(node, context));
        continue;
      }
      Object value = coerced(compare, left, v);
      if (value != null && !(value instanceof Coerce.OutOfRange)) {
        values.add(nodes.parameter(value, left.type()));
      }
    }
    if (values.isEmpty()) {
      return NodeCompiler.FALSE;
    }
    return Fragment.sql("{} IN ({})", left, Fragment.joined(values, ", ")).asCondition();
  }

  /** Null as a bound of a range is no bound that anything could lie within. */
  private Fragment range(Node.Compare compare, Fragment left, Context context) {
    List<Fragment> parts = new ArrayList<>();
    Lookup[] lookups = {Lookup.GTE, Lookup.LTE};
    for (int i = 0; i < 2; i++) {
      Node bound = compare.right().get(i);
      if (bound instanceof Node.Value(Object value, FieldType type) && value == null) {
        return NodeCompiler.FALSE;
      }
      parts.add(
          ordered(new Node.Compare(lookups[i], compare.left(), List.of(bound)), left, context));
    }
    return Fragment.sql("({} AND {})", parts.toArray()).asCondition();
  }

  Fragment pattern(Node.Compare compare, Fragment left, Context context) {
    Node right = compare.right().getFirst();
    if (!(right instanceof Node.Value v)) {
      return dialect.lookups().compare(compare.lookup(), left, nodes.operand(right, context));
    }
    if (v.value() == null) {
      if (compare.lookup() == Lookup.IEXACT) {
        return left.with(left.text() + " IS NULL").asCondition();
      }
      throw new QueryException(
          describe(compare)
              + " is compared with null by "
              + compare.lookup().text()
              + ". Use isNull.");
    }
    String text = text(Coerce.stored(left.type(), v.value()));
    if (compare.lookup() == Lookup.IEXACT && left.type() instanceof FieldType.IpAddress type) {
      text = type.kept(text);
    }
    return text.indexOf('\0') >= 0
        ? NodeCompiler.FALSE
        : dialect.lookups().compare(compare.lookup(), left, nodes.parameter(text, null));
  }

  private static String text(Object value) {
    return value instanceof Enum<?> e ? e.name() : value.toString();
  }

  private Fragment custom(Node.Custom custom, Context context) {
    Fragment left = nodes.operand(custom.left(), context);
    Fragment right = nodes.operand(custom.right(), context);
    if (custom.right() instanceof Node.Value v && left.type() != null) {
      Object value =
          Coerce.to(
              left.type(), v.value(), describe(custom.left()), custom.lookup().name(), dialect);
      if (value instanceof Coerce.OutOfRange) {
        throw new QueryException(
            describe(custom.left()) + " is compared with a value that no such column can hold.");
      }
      right = nodes.parameter(value, left.type());
    }
    SqlPart sql = custom.lookup().sql(left, right, dialect.name());
    Fragment result = Fragment.sql("({})", sql).asCondition();
    return guarded(result, custom.left(), List.of(custom.right()), context);
  }

  private Fragment within(Node.Within within, Context context) {
    Node leftNode = java.util.Objects.requireNonNull(within.left());
    Fragment subquery = select.subquery(within.query(), false);
    Fragment left = nodes.operand(leftNode, context);
    Fragment result =
        Fragment.sql("{} IN ({})", left, dialect.operations().listed(subquery)).asCondition();
    return guarded(result, leftNode, List.of(), context);
  }

  private @Nullable Object coerced(Node.Compare compare, Fragment left, Node.Value value) {
    try {
      Object coerced =
          Coerce.to(
              left.type(), value.value(), describe(compare), compare.lookup().text(), dialect);
      return isBelow(compare.left(), coerced) ? new Coerce.OutOfRange(false) : coerced;
    } catch (InvalidValueException e) {
      throw left.nullable() ? e.orNone() : e;
    }
  }

  /** Whether a check of the table says that no row has so small a number. */
  private boolean isBelow(Node left, @Nullable Object value) {
    boolean negative =
        (value instanceof Long || value instanceof Integer) && ((Number) value).longValue() < 0;
    return negative
        && left instanceof Node.Field field
        && select.path(field.path()).field().isNeverNegative();
  }

  private String describe(Node.Compare compare) {
    return describe(compare.left());
  }

  private String describe(Node left) {
    String model = select.query().model().label();
    return switch (left) {
      case Node.Field f -> model + "." + String.join("__", f.path());
      case Node.Reference r -> model + "." + r.name();
      default -> "An expression of " + model;
    };
  }

  private static Fragment joined(Fragment left, String operator, Fragment right) {
    return Fragment.of(
        left.text() + operator + right.text(), Fragment.params(List.of(left, right)));
  }
}
