package io.quintet.orm.internal.sql;

import io.quintet.orm.expr.Lookup;
import io.quintet.orm.expr.Node;
import io.quintet.orm.expr.Order;
import io.quintet.orm.internal.dialect.Dialect;
import io.quintet.orm.internal.functions.Types;
import io.quintet.orm.meta.FieldType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Compiles conditions and expressions of one SELECT. */
final class NodeCompiler {
  /**
   * Where a condition stands: how deep in NOT, whether it must hold for every row, which joins it
   * may use.
   */
  record Context(boolean negated, boolean mustHold, int group, boolean ofRows) {
    /** Where a condition chooses rows. */
    Context(boolean negated, boolean mustHold, int group) {
      this(negated, mustHold, group, true);
    }

    Context not() {
      return new Context(!negated, false, group, ofRows);
    }

    Context maybe() {
      return new Context(negated, false, group, ofRows);
    }

    /** Inside an expression, where a condition is a value like others. */
    Context value() {
      return new Context(false, false, group, false);
    }
  }

  static final Fragment FALSE = Fragment.of("1 = 0");
  static final Fragment TRUE = Fragment.of("1 = 1");

  private final SelectCompiler select;
  private final Dialect dialect;
  private final Comparisons comparisons;
  private final Expressions expressions;
  private final @Nullable Lift lift;

  NodeCompiler(SelectCompiler select, Dialect dialect) {
    this(select, dialect, null);
  }

  private NodeCompiler(SelectCompiler select, Dialect dialect, @Nullable Lift lift) {
    this.select = select;
    this.dialect = dialect;
    this.lift = lift;
    this.comparisons = new Comparisons(select, this, dialect);
    this.expressions = new Expressions(select, this, dialect);
  }

  /** The same for a query around this one, which reads what it needs as columns of it. */
  NodeCompiler lifting(Lift columns) {
    return new NodeCompiler(select, dialect, columns);
  }

  Fragment condition(Node node, Context context) {
    return switch (node) {
      case Node.And and -> all(and.parts(), " AND ", context, TRUE);
      case Node.Or or ->
          all(or.parts(), " OR ", or.parts().size() == 1 ? context : context.maybe(), FALSE);
      case Node.Xor xor -> xor(xor, context);
      case Node.Not not -> not(condition(not.part(), context.not()));
      case Node.Named named -> condition(select.understand(named), context);
      case Node.Compare compare -> leaf(compare, compare.left(), context);
      case Node.Custom custom -> leaf(custom, custom.left(), context);
      case Node.Within within when within.left() != null -> leaf(within, within.left(), context);
      case Node.Within within -> lifted(comparisons.exists(within));
      default -> operand(node, context).asCondition();
    };
  }

  private Fragment all(List<Node> parts, String separator, Context context, Fragment empty) {
    if (parts.isEmpty()) {
      return empty;
    }
    if (parts.size() == 1) {
      return condition(parts.getFirst(), context);
    }
    Fragment decided = empty == TRUE ? FALSE : TRUE;
    List<Fragment> done = new ArrayList<>();
    for (Node part : parts) {
      Fragment sql = condition(part, context);
      if (sql.equals(decided)) {
        return decided;
      }
      if (!sql.equals(empty)) {
        done.add(sql);
      }
    }
    if (done.size() < 2) {
      return done.isEmpty() ? empty : done.getFirst();
    }
    String text = "(" + String.join(separator, done.stream().map(Fragment::text).toList()) + ")";
    return Fragment.of(text, Fragment.params(done));
  }

  private static Fragment not(Fragment inner) {
    if (inner.equals(FALSE)) {
      return TRUE;
    }
    return inner.equals(TRUE) ? FALSE : inner.with("NOT (" + inner.text() + ")");
  }

  /** An odd number of them: each counts as 1 or 0. */
  private Fragment xor(Node.Xor xor, Context context) {
    if (xor.parts().size() < 2) {
      return all(xor.parts(), "", context, FALSE);
    }
    List<Fragment> ones =
        xor.parts().stream()
            .map(p -> Fragment.sql("CASE WHEN {} THEN 1 ELSE 0 END", condition(p, context.maybe())))
            .toList();
    return Fragment.sql("(({}) % 2 = 1)", Fragment.joined(ones, " + ")).asCondition();
  }

  private Fragment leaf(Node node, Node left, Context context) {
    if (context.negated()
        && context.ofRows()
        && select.crossesMany(node)
        && !select.sharesMany(node, context.group())) {
      return lifted(select.existsFor(node));
    }
    boolean asksForNull =
        node instanceof Node.Compare c
            && c.lookup() == Lookup.IS_NULL
            && Comparisons.isTrue(c.right().getFirst());
    if (context.mustHold() && !asksForNull) {
      select.requireTables(left);
    }
    return comparisons.compare(node, context);
  }

  /** A comparison of text. */
  Fragment textLookup(Node.Compare compare, Fragment left, Context context) {
    return comparisons.pattern(compare, left, context);
  }

  private Fragment lifted(Fragment fragment) {
    return lift == null ? fragment : lift.column(fragment);
  }

  boolean isLifting() {
    return lift != null;
  }

  /** An expression that a condition compares or an aggregate is over. */
  Fragment operand(Node node, Context context) {
    if (lift == null || node instanceof Node.Value) {
      return expression(node, context);
    }
    return lift.column(select.nodes().expression(node, context));
  }

  List<Fragment> arguments(List<Node> arguments, Context context) {
    return expressions.arguments(arguments, context);
  }

  /** What rows are sorted by, with its direction. */
  Fragment order(Order<?> order, Context context) {
    String nulls =
        switch (order.nulls()) {
          case AS_THE_DATABASE -> "";
          case FIRST -> " NULLS FIRST";
          case LAST -> " NULLS LAST";
        };
    Fragment sql = expression(order.node(), context);
    return sql.with(sql.text() + (order.descending() ? " DESC" : " ASC") + nulls);
  }

  Fragment expression(Node node, Context context) {
    return expression(node, context, null);
  }

  /** An expression, with its type when the program says so. */
  Fragment expression(Node node, Context context, @Nullable FieldType type) {
    return switch (node) {
      case Node.Field field -> select.column(field.path(), context.group());
      case Node.Reference reference -> reference(reference, context, type);
      case Node.Outer outer -> select.outer(outer);
      case Node.Typed typed -> {
        Fragment inner = expression(typed.expression(), context, typed.type());
        yield inner.typed(Types.computed(typed.type()));
      }
      case Node.And n -> truth(n, context);
      case Node.Or n -> truth(n, context);
      case Node.Xor n -> truth(n, context);
      case Node.Not n -> truth(n, context);
      case Node.Named n -> truth(n, context);
      case Node.Compare n -> truth(n, context);
      case Node.Custom n -> truth(n, context);
      case Node.Within n -> truth(n, context);
      default -> expressions.compile(node, context, type);
    };
  }

  /** An annotation is compiled once, so that it is the same wherever its name stands. */
  private Fragment reference(Node.Reference reference, Context context, @Nullable FieldType type) {
    Node meaning = select.resolve(reference.name());
    return lift == null && type == null && meaning == select.annotations().get(reference.name())
        ? select.annotation(reference.name(), meaning)
        : expression(meaning, context, type);
  }

  /** A condition as a value. */
  private Fragment truth(Node node, Context context) {
    Fragment condition = condition(node, context.value());
    return condition.with("(" + condition.text() + ")");
  }

  /** An expression as a column of the result. */
  Fragment result(Node node, Context context) {
    return switch (node) {
      case Node.Reference r -> {
        Node meaning = select.resolve(r.name());
        while (meaning instanceof Node.Reference further) {
          meaning = select.resolve(further.name());
        }
        yield meaning instanceof Node.JsonKey ? result(meaning, context) : expression(r, context);
      }
      case Node.JsonKey key when !key.text() ->
          dialect
              .json()
              .keyResult(expression(key.json(), context), key.keys())
              .typed(new FieldType.JsonValue());
      default -> expression(node, context);
    };
  }

  /** A bound value. */
  Fragment parameter(@Nullable Object value, @Nullable FieldType type) {
    if (value == null) {
      return new Fragment("NULL", List.of(), type, true, true);
    }
    FieldType known = type != null ? type : LiteralTypes.of(value);
    return new Fragment(
        dialect.operations().parameter(known),
        List.of(new Param(value, known)),
        known,
        false,
        type == null);
  }
}
