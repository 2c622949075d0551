package io.quintet.conformance.orm;

import io.quintet.orm.Entity;
import io.quintet.orm.QuerySet;
import io.quintet.orm.Rows;
import io.quintet.orm.expr.Dates;
import io.quintet.orm.expr.Named;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The ops that choose columns. */
final class Columns {
  private final Queries queries;

  Columns(Queries queries) {
    this.queries = queries;
  }

  Built of(
      Built built, String op, List<@Nullable Object> raw, Map<String, @Nullable Object> options) {
    List<String> names = new ArrayList<>();
    List<Named<Entity, Object>> named = new ArrayList<>();
    for (Object each : raw) {
      if (each instanceof String path) {
        names.add(path);
        continue;
      }
      Map<String, @Nullable Object> object = Raw.object(each);
      if (Raw.tag(object).isEmpty()) {
        object.forEach((name, value) -> {
          names.add(name);
          named.add(queries.named(name, value));
        });
      } else {
        String name = "expression" + (named.size() + 1);
        names.add(name);
        named.add(queries.named(name, object));
      }
    }
    QuerySet<Entity> rows = built.isColumns() ? null : built.entities(op);
    return chosen(built, rows, op, names, named, options);
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  private Built chosen(
      Built built,
      @Nullable QuerySet<Entity> entities,
      String op,
      List<String> names,
      List<Named<Entity, Object>> named,
      Map<String, @Nullable Object> options) {
    if (Raw.isTrue(options.get("flat")) && names.isEmpty()) {
      names.add("pk");
    }
    if (Raw.isTrue(options.get("flat"))
        && (names.size() != 1 || Raw.isTrue(options.get("named")))) {
      throw new IllegalArgumentException("A flat result has one column.");
    }
    Named<Entity, Object>[] more = named.toArray(Named[]::new);
    String[] chosen = names.toArray(String[]::new);
    if (entities == null) {
      var columns = built.columns().annotate(more);
      return new Built(
          op.equals("values")
              ? columns.values(chosen)
              : Raw.isTrue(options.get("flat"))
                  ? columns.valuesFlat(chosen[0])
                  : columns.valuesList(chosen));
    }
    QuerySet<Entity> rows = named.isEmpty() ? entities : entities.annotate(more);
    return new Built(
        op.equals("values")
            ? rows.values(chosen)
            : Raw.isTrue(options.get("flat"))
                ? rows.valuesFlat(chosen[0])
                : rows.valuesList(chosen));
  }

  Built dates(
      Built built, String op, List<@Nullable Object> raw, Map<String, @Nullable Object> options) {
    QuerySet<Entity> rows = built.entities(op);
    String field = String.valueOf(raw.get(0));
    Dates.Part part = DateReader.part(String.valueOf(raw.get(1)));
    ZoneId zone = ZoneId.of(options.get("tz") instanceof String text ? text : "UTC");
    Rows<Entity, ?, ?> found =
        op.equals("dates") ? rows.dates(field, part) : rows.datetimes(field, part, zone);
    return new Built(raw.size() > 2 && "DESC".equals(raw.get(2)) ? found.reverse() : found);
  }
}
