package io.quintet.conformance.orm;

import io.quintet.orm.expr.Expression;
import io.quintet.orm.expr.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the values of steps and conditions: literals, references, querysets, expressions. */
final class Values {
  private final Variables variables;
  private final Queries queries;

  Values(Variables variables, Queries queries) {
    this.variables = variables;
    this.queries = queries;
  }

  /** A value; what Django takes as an expression is an {@link Expression}. */
  @Nullable Object of(@Nullable Object raw) {
    if (raw instanceof List<?> list) {
      List<@Nullable Object> values = new ArrayList<>();
      list.forEach(item -> values.add(of(item)));
      return values;
    }
    if (!(raw instanceof Map<?, ?> map)) {
      return Literal.of(raw);
    }
    Map<String, @Nullable Object> object = Raw.object(map);
    return switch (Raw.tag(object)) {
      case "" -> members(object);
      case "$ref" -> variables.reference(String.valueOf(object.get("$ref")));
      case "$obj" -> Variables.all(object.get("$obj")).reference(present(of(object.get("pk"))));
      case "$query" -> queries.build(Raw.object(object.get("$query"))).subquery();
      default ->
          Literal.isTagged(object)
              ? Literal.tagged(object)
              : new Expression<>(queries.expressions().of(object));
    };
  }

  private Map<String, @Nullable Object> members(Map<String, @Nullable Object> object) {
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    object.forEach((key, value) -> values.put(key, of(value)));
    return values;
  }

  /** The values of fields by name. */
  Map<String, @Nullable Object> fields(@Nullable Object raw) {
    return members(Raw.object(raw));
  }

  /** A value as a node: an expression as it is, anything else bound. */
  Node node(@Nullable Object raw) {
    Object value = of(raw);
    return value instanceof Expression<?, ?> expression ? expression.node() : new Node.Value(value);
  }

  static Object present(@Nullable Object value) {
    if (value == null) {
      throw new IllegalStateException("The case has null where a value is needed.");
    }
    return value;
  }
}
