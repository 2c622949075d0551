package io.quintet.conformance.orm;

import io.quintet.orm.Entity;
import io.quintet.orm.QuerySet;
import io.quintet.orm.Rows;
import io.quintet.orm.expr.Condition;
import io.quintet.orm.expr.Named;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What ends a queryset: reading, counting, changing. */
final class QueryEnds {
  private final Queries queries;
  private final Variables variables;

  QueryEnds(Queries queries, Variables variables) {
    this.queries = queries;
    this.variables = variables;
  }

  @Nullable Object run(Map<String, @Nullable Object> step) {
    Built built = queries.build(Raw.object(step.get("q")));
    Object end = step.get("end");
    Map<String, @Nullable Object> object =
        end instanceof Map<?, ?> map ? Raw.object(map) : Map.of();
    String name =
        end == null
            ? "list"
            : end instanceof String text ? text : object.keySet().iterator().next();
    Object parameter = object.get(name);
    Rows<Entity, ?, ?> rows = built.rows();
    return switch (name) {
      case "list" -> shown(step, rows.list());
      case "lazy" -> stored(step, built);
      case "get" -> shown(step, rows.get(conditions(parameter)));
      case "first" -> shown(step, rows.first().orElse(null));
      case "last" -> shown(step, rows.last().orElse(null));
      case "index" -> shown(step, rows.at(position(parameter)));
      case "earliest" -> shown(step, rows.earliest(names(parameter)));
      case "latest" -> shown(step, rows.latest(names(parameter)));
      case "iterator" -> shown(step, streamed(built, parameter));
      case "in_bulk" -> inBulk(built.entities(name), parameter, object.get("field"));
      case "contains" ->
          built.entities(name).contains((Entity) Values.present(queries.values().of(parameter)));
      case "count" -> rows.count();
      case "exists" -> rows.exists();
      case "len" -> (long) rows.list().size();
      case "ordered" -> rows.isOrdered();
      case "aggregate" -> Shown.of(rows.aggregate(aggregates(Raw.object(parameter))));
      case "update" -> (long) built.entities(name).update(queries.values().fields(parameter));
      case "delete" -> Totals.of(built.entities(name).deleteCounting());
      default -> throw new Unwritable("not built yet: end " + name);
    };
  }

  private static String[] names(@Nullable Object raw) {
    return Raw.texts(raw).toArray(String[]::new);
  }

  private static List<?> streamed(Built built, @Nullable Object chunk) {
    if (built.isColumns()) {
      return built.columns().list();
    }
    int size = OutputReader.number(chunk);
    try (var stream = built.entities("iterator").stream(size)) {
      return stream.toList();
    }
  }

  private Object inBulk(QuerySet<Entity> rows, @Nullable Object raw, @Nullable Object field) {
    String name = field == null ? "pk" : String.valueOf(field);
    Map<Object, Entity> found =
        Raw.isTrue(raw) ? rows.inBulk(name) : rows.inBulk(name, Raw.list(queries.values().of(raw)));
    List<List<@Nullable Object>> pairs = new ArrayList<>();
    found.forEach((key, entity) -> {
      List<@Nullable Object> pair = new ArrayList<>();
      pair.add(Shown.of(key));
      pair.add(Shown.of(entity));
      pairs.add(pair);
    });
    pairs.sort(Comparator.comparing(p -> String.valueOf(p.getFirst())));
    return pairs;
  }

  private static long position(@Nullable Object raw) {
    return ((Number) Values.present(raw)).longValue();
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  private Condition<Entity>[] conditions(@Nullable Object raw) {
    return queries.conditions().all(raw).toArray(Condition[]::new);
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  private Named<Entity, Object>[] aggregates(Map<String, @Nullable Object> raw) {
    return raw.entrySet().stream()
        .map(e -> queries.named(e.getKey(), e.getValue()))
        .toArray(Named[]::new);
  }

  private @Nullable Object stored(Map<String, @Nullable Object> step, Built built) {
    variables.put(String.valueOf(step.get("as")), built);
    return null;
  }

  /** The result of a step: keys, or the attributes that it asks for. */
  private @Nullable Object shown(Map<String, @Nullable Object> step, @Nullable Object result) {
    if (step.get("as") instanceof String name) {
      variables.put(name, result);
    }
    if (!step.containsKey("attrs")) {
      return Shown.of(result);
    }
    List<String> paths = Raw.texts(step.get("attrs"));
    if (result instanceof List<?> list) {
      List<@Nullable Object> all = new ArrayList<>();
      list.forEach(item -> all.add(Shown.attributes((Entity) item, paths)));
      return all;
    }
    return result == null ? null : Shown.attributes((Entity) result, paths);
  }

  /** How many rows went. */
  static final class Totals {
    private Totals() {}

    static Map<String, @Nullable Object> of(Map<String, Long> perModel) {
      Map<String, @Nullable Object> counts = new LinkedHashMap<>();
      perModel.forEach((label, count) -> {
        if (count > 0) {
          counts.put(label.substring(label.indexOf('.') + 1), count);
        }
      });
      Map<String, @Nullable Object> totals = new LinkedHashMap<>();
      totals.put("total", perModel.values().stream().mapToLong(Long::longValue).sum());
      totals.put("per_model", counts);
      return totals;
    }
  }
}
