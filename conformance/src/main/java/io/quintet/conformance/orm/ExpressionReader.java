package io.quintet.conformance.orm;

import io.quintet.orm.Db;
import io.quintet.orm.Entity;
import io.quintet.orm.expr.Condition;
import io.quintet.orm.expr.Functions;
import io.quintet.orm.expr.Lookup;
import io.quintet.orm.expr.Node;
import io.quintet.orm.meta.FieldType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the expressions of cases. */
final class ExpressionReader {
  private static final Map<String, Node.Operator> OPERATORS =
      Map.of(
          "$add", Node.Operator.PLUS,
          "$sub", Node.Operator.MINUS,
          "$mul", Node.Operator.TIMES,
          "$div", Node.Operator.DIVIDED_BY,
          "$mod", Node.Operator.MODULO,
          "$pow", Node.Operator.POWER,
          "$bitand", Node.Operator.BIT_AND,
          "$bitor", Node.Operator.BIT_OR,
          "$shl", Node.Operator.SHIFT_LEFT);

  private final Queries queries;
  private final AggregateReader aggregates;
  private final WindowReader windows;

  ExpressionReader(Queries queries) {
    this.queries = queries;
    this.aggregates = new AggregateReader(queries, this);
    this.windows = new WindowReader(queries, this);
  }

  /** In the place of an argument: a text is a path, an object an expression, else a literal. */
  Node argument(@Nullable Object raw) {
    return switch (raw) {
      case String path -> Functions.f(path).node();
      case Map<?, ?> map -> of(Raw.object(map));
      case null, default -> new Node.Value(Literal.of(raw));
    };
  }

  /** An expression that is an object, with its output type. */
  Node of(Map<String, @Nullable Object> object) {
    Node node = bare(object);
    boolean typed = object.containsKey("out") && !"Cast".equals(object.get("$func"));
    if (!typed) {
      return node;
    }
    FieldType type =
        isLocal(object) ? new FieldType.DateTime() : OutputReader.of(object.get("out"));
    return node instanceof Node.Value value
        ? new Node.Value(value.value(), type)
        : new Node.Typed(node, type);
  }

  /**
   * Whether arithmetic is of a date on PostgreSQL: what is called a date and time there has no
   * zone, and Django hands it out as it comes.
   */
  private static boolean isLocal(Map<String, @Nullable Object> object) {
    return "datetime".equals(object.get("out"))
        && OPERATORS.containsKey(Raw.tag(object))
        && Db.vendor("default").equals(OrmDatabase.POSTGRESQL)
        && Raw.list(object.get(Raw.tag(object))).stream().anyMatch(ExpressionReader::isDate);
  }

  private static boolean isDate(@Nullable Object operand) {
    return operand instanceof String path
        && OrmDatabase.models().stream()
            .flatMap(model -> model.findField(path).stream())
            .anyMatch(field -> field.type() instanceof FieldType.Date);
  }

  private Node bare(Map<String, @Nullable Object> object) {
    String tag = Raw.tag(object);
    if (OPERATORS.containsKey(tag)) {
      return arithmetic(OPERATORS.get(tag), object.get(tag));
    }
    return switch (tag) {
      case "$f" -> Functions.f(String.valueOf(object.get(tag))).node();
      case "$value" -> new Node.Value(queries.values().of(object.get(tag)));
      case "$outer" -> outer(object.get(tag));
      case "$agg" -> aggregates.of(object);
      case "$window" -> windows.of(object);
      case "$neg" ->
          new Node.Arithmetic(Node.Operator.TIMES, argument(object.get(tag)), new Node.Value(-1L));
      case "$kt" -> keyText(String.valueOf(object.get(tag)));
      case "$case" -> choice(object);
      case "$subquery" ->
          Functions.scalar(queries.build(Raw.object(object.get(tag))).subquery(), Object.class)
              .node();
      case "$exists" -> exists(object);
      case "$lookup" -> comparison(object);
      case "$q" -> queries.conditions().of(object.get(tag)).node();
      case "$func" -> FunctionReader.of(this, object);
      case "$and", "$or", "$xor", "$not" -> queries.conditions().of(object).node();
      default -> {
        if (!Literal.isTagged(object)) {
          throw new Unwritable("not built yet: expression " + tag);
        }
        yield new Node.Value(Literal.tagged(object));
      }
    };
  }

  private Node arithmetic(Node.Operator operator, @Nullable Object raw) {
    List<@Nullable Object> parts = Raw.list(raw);
    return new Node.Arithmetic(operator, argument(parts.get(0)), argument(parts.get(1)));
  }

  private Node outer(@Nullable Object raw) {
    return new Node.Outer(
        raw instanceof Map<?, ?> map
            ? of(Raw.object(map))
            : Functions.f(String.valueOf(raw)).node());
  }

  /** A key of JSON as text. */
  private static Node keyText(String path) {
    List<String> names = List.of(path.split("__"));
    return new Node.JsonKey(
        Functions.f(names.getFirst()).node(), names.subList(1, names.size()), true);
  }

  /** Here what is no object is a literal. */
  private Node literal(@Nullable Object raw) {
    return raw instanceof Map<?, ?> map ? of(Raw.object(map)) : new Node.Value(Literal.of(raw));
  }

  private Node choice(Map<String, @Nullable Object> object) {
    List<Node.When> cases = new ArrayList<>();
    for (Object each : Raw.list(object.get("$case"))) {
      Map<String, @Nullable Object> one = Raw.object(each);
      cases.add(
          new Node.When(queries.conditions().of(one.get("when")).node(), literal(one.get("then"))));
    }
    return new Node.Case(cases, literal(object.get("default")));
  }

  private Node exists(Map<String, @Nullable Object> object) {
    Condition<Entity> found =
        Functions.exists(queries.build(Raw.object(object.get("$exists"))).subquery());
    return Raw.isTrue(object.get("negated")) ? found.not().node() : found.node();
  }

  private Node comparison(Map<String, @Nullable Object> object) {
    String name = String.valueOf(object.get("$lookup"));
    List<@Nullable Object> sides = Raw.list(object.get("args"));
    return new Node.Compare(
        Lookup.named(name).orElseThrow(), argument(sides.get(0)), List.of(argument(sides.get(1))));
  }
}
