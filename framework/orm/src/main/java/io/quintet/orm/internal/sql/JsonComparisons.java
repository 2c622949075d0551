package io.quintet.orm.internal.sql;

import io.quintet.orm.QueryException;
import io.quintet.orm.expr.Lookup;
import io.quintet.orm.expr.Names;
import io.quintet.orm.expr.Node;
import io.quintet.orm.internal.dialect.JsonSpelling;
import io.quintet.orm.internal.sql.NodeCompiler.Context;
import io.quintet.orm.meta.FieldType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Compiles comparisons of JSON values and of what stands at keys in them. */
final class JsonComparisons {
  /** A JSON value and the keys that lead to what is compared; none for the whole value. */
  record Target(Node json, List<String> keys) {}

  private static final FieldType JSON = new FieldType.JsonValue();

  private final SelectCompiler select;
  private final NodeCompiler nodes;
  private final JsonSpelling spelling;

  JsonComparisons(SelectCompiler select, NodeCompiler nodes, JsonSpelling spelling) {
    this.select = select;
    this.nodes = nodes;
    this.spelling = spelling;
  }

  /** What JSON is compared, or null when it is no JSON. */
  @Nullable Target target(Node left) {
    return switch (left) {
      case Node.Reference r -> target(select.resolve(r.name()));
      case Node.JsonKey key when !key.text() -> new Target(key.json(), key.keys());
      case Node.Field f when select.typeOf(f) instanceof FieldType.JsonValue ->
          new Target(f, List.of());
      case Node.Typed t when t.type() instanceof FieldType.JsonValue ->
          new Target(t.expression(), List.of());
      default -> null;
    };
  }

  Fragment compare(Node.Compare compare, Target target, Context context) {
    Fragment json = nodes.operand(target.json(), context);
    List<Node> right = compare.right();
    return switch (compare.lookup()) {
      case EXACT -> equal(json, target, right.getFirst(), context);
      case IN -> in(json, target, right, context);
      case GT, GTE, LT, LTE -> ordered(compare.lookup(), json, target, right.getFirst(), context);
      case RANGE ->
          Fragment.sql(
                  "({} AND {})",
                  ordered(Lookup.GTE, json, target, right.get(0), context),
                  ordered(Lookup.LTE, json, target, right.get(1), context))
              .asCondition();
      case IS_NULL -> isNull(json, target, Comparisons.isTrue(right.getFirst()));
      case CONTAINS ->
          spelling.contains(left(json, target), other(right.getFirst(), context)).asCondition();
      case CONTAINED_BY ->
          spelling.containedBy(left(json, target), other(right.getFirst(), context)).asCondition();
      case HAS_KEY ->
          spelling.hasKeys(json, target.keys(), List.of(key(right.getFirst())), true).asCondition();
      case HAS_KEYS -> spelling.hasKeys(json, target.keys(), keys(right), true).asCondition();
      case HAS_ANY_KEYS -> spelling.hasKeys(json, target.keys(), keys(right), false).asCondition();
      default -> text(compare, json, target, context);
    };
  }

  private Fragment left(Fragment json, Target target) {
    return target.keys().isEmpty() ? json : spelling.key(json, target.keys());
  }

  private static @Nullable Object value(Node node) {
    return node instanceof Node.Value v ? v.value() : null;
  }

  private Fragment other(Node right, Context context) {
    return right instanceof Node.Value v
        ? spelling.document(v.value())
        : nodes.operand(right, context);
  }

  private Fragment equal(Fragment json, Target target, Node right, Context context) {
    if (target.keys().isEmpty()) {
      Fragment other = other(right, context);
      return Fragment.sql("{} = {}", spelling.whole(json), spelling.whole(other)).asCondition();
    }
    return Fragment.sql("{} = {}", left(json, target), besideKey(right, context)).asCondition();
  }

  private Fragment besideKey(Node right, Context context) {
    return right instanceof Node.Value v
        ? spelling.literal(v.value())
        : nodes.operand(right, context);
  }

  private Fragment in(Fragment json, Target target, List<Node> right, Context context) {
    List<Fragment> values = new ArrayList<>();
    for (Node node : right) {
      if (node instanceof Node.Value v && v.value() == null) {
        continue;
      }
      values.add(
          target.keys().isEmpty()
              ? spelling.whole(other(node, context))
              : besideKey(node, context));
    }
    if (values.isEmpty()) {
      return NodeCompiler.FALSE;
    }
    Fragment left = target.keys().isEmpty() ? spelling.whole(json) : left(json, target);
    return Fragment.sql("{} IN ({})", left, Fragment.joined(values, ", ")).asCondition();
  }

  private Fragment ordered(
      Lookup lookup, Fragment json, Target target, Node right, Context context) {
    String operator =
        switch (lookup) {
          case GT -> "{} > {}";
          case GTE -> "{} >= {}";
          case LT -> "{} < {}";
          default -> "{} <= {}";
        };
    if (right instanceof Node.Value v && v.value() == null) {
      throw new QueryException(
          "A JSON value is compared with null by " + lookup.text() + ". Use isNull.");
    }
    if (target.keys().isEmpty()) {
      return Fragment.sql(operator, spelling.whole(json), spelling.whole(other(right, context)))
          .asCondition();
    }
    Fragment other =
        right instanceof Node.Value v
            ? spelling.ordered(java.util.Objects.requireNonNull(v.value()))
            : nodes.operand(right, context);
    return Fragment.sql(operator, left(json, target), other).asCondition();
  }

  private Fragment isNull(Fragment json, Target target, boolean wanted) {
    if (target.keys().isEmpty()) {
      return json.with(json.text() + (wanted ? " IS NULL" : " IS NOT NULL")).asCondition();
    }
    return spelling.isMissing(json, target.keys(), wanted).asCondition();
  }

  private Fragment text(Node.Compare compare, Fragment json, Target target, Context context) {
    Fragment left =
        target.keys().isEmpty() ? json.typed(JSON) : spelling.keyPattern(json, target.keys());
    return nodes.textLookup(compare, left, context);
  }

  private static String key(Node node) {
    Object value = value(node);
    if (value == null) {
      throw new QueryException("A key of a JSON object is asked for with null. Give a text.");
    }
    return Names.checkKey(value.toString());
  }

  private static List<String> keys(List<Node> right) {
    List<String> keys = new ArrayList<>();
    for (Node node : right) {
      if (value(node) instanceof Collection<?> many) {
        many.forEach(k -> keys.add(Names.checkKey(String.valueOf(k))));
      } else {
        keys.add(key(node));
      }
    }
    return keys;
  }
}
