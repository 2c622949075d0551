package io.quintet.conformance.orm;

import io.quintet.orm.Entity;
import io.quintet.orm.Q;
import io.quintet.orm.expr.Condition;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the conditions of cases. */
final class ConditionReader {
  private static final Set<String> JOINERS = Set.of("$and", "$or", "$xor", "$not");

  private final Queries queries;

  ConditionReader(Queries queries) {
    this.queries = queries;
  }

  /** The conditions of one call of filter or exclude. */
  List<Condition<Entity>> all(@Nullable Object raw) {
    if (raw instanceof List<?> list) {
      return list.stream().map(this::of).toList();
    }
    Map<String, @Nullable Object> object = Raw.object(raw);
    if (!Raw.tag(object).isEmpty()) {
      return List.of(of(raw));
    }
    List<Condition<Entity>> conditions = new ArrayList<>();
    object.forEach((path, value) -> conditions.add(Q.of(path, queries.values().of(value))));
    return conditions;
  }

  /** Without parts it is no condition, whatever would join them. */
  private static boolean isEmpty(@Nullable Object parts) {
    return Raw.list(parts).isEmpty();
  }

  /** A condition; a list holds when all of it does. */
  Condition<Entity> of(@Nullable Object raw) {
    if (raw instanceof List<?>) {
      return Q.and(all(raw));
    }
    Map<String, @Nullable Object> object = Raw.object(raw);
    String tag = Raw.tag(object);
    if (!JOINERS.contains(tag)) {
      return tag.isEmpty() ? Q.and(all(raw)) : new Condition<>(queries.expressions().of(object));
    }
    Object parts = object.get(tag);
    return switch (tag) {
      case "$and" -> Q.and(all(parts));
      case "$or" -> isEmpty(parts) ? Q.and(List.of()) : Q.or(all(parts));
      case "$xor" -> isEmpty(parts) ? Q.and(List.of()) : Q.xor(all(parts));
      default -> of(parts).not();
    };
  }
}
