package io.quintet.conformance.orm;

import io.quintet.orm.Entity;
import io.quintet.orm.Prefetch;
import io.quintet.orm.QuerySet;
import io.quintet.orm.RowLock;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The ops that say what is read with the rows, and how they are locked. */
final class Fetching {
  private final Queries queries;

  Fetching(Queries queries) {
    this.queries = queries;
  }

  Built apply(Built built, String name, @Nullable Object parameter) {
    QuerySet<Entity> rows = built.entities(name);
    return new Built(
        switch (name) {
          case "select_related" -> related(rows, parameter);
          case "prefetch_related" ->
              parameter == null
                  ? rows.prefetchRelatedNone()
                  : rows.prefetchRelated(
                      Raw.list(parameter).stream().map(this::prefetch).toArray(Prefetch[]::new));
          case "only" -> rows.only(Raw.texts(parameter).toArray(String[]::new));
          case "defer" ->
              Raw.list(parameter).contains(null)
                  ? rows.deferNone()
                  : rows.defer(Raw.texts(parameter).toArray(String[]::new));
          case "select_for_update" -> rows.selectForUpdate(lock(Raw.object(parameter)));
          default -> throw new Unwritable("not built yet: op " + name);
        });
  }

  private static QuerySet<Entity> related(QuerySet<Entity> rows, @Nullable Object parameter) {
    if (parameter == null) {
      return rows.selectRelatedNone();
    }
    return Raw.isTrue(parameter)
        ? rows.selectRelatedAll()
        : rows.selectRelated(Raw.texts(parameter).toArray(String[]::new));
  }

  private Prefetch prefetch(@Nullable Object raw) {
    if (raw instanceof String path) {
      return Prefetch.of(path);
    }
    Map<String, @Nullable Object> object = Raw.object(raw);
    String path = String.valueOf(object.get("lookup"));
    Prefetch prefetch =
        object.get("query") == null
            ? Prefetch.of(path)
            : Prefetch.of(
                path, queries.build(Raw.object(object.get("query"))).entities("Prefetch"));
    return object.get("to_attr") instanceof String name ? prefetch.as(name) : prefetch;
  }

  private static RowLock lock(Map<String, @Nullable Object> options) {
    List<String> of = Raw.texts(options.get("of"));
    return new RowLock(
        Raw.isTrue(options.get("nowait")), Raw.isTrue(options.get("skip_locked")), of);
  }

  Built filtered(Built built, String name, Map<String, @Nullable Object> object) {
    return new Built(
        built
            .entities("FilteredRelation")
            .filteredRelation(
                name,
                String.valueOf(object.get("$filtered")),
                queries.conditions().of(object.get("condition"))));
  }
}
