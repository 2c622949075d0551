package io.quintet.conformance.orm;

import io.quintet.orm.Db;
import io.quintet.orm.Entity;
import io.quintet.orm.Many;
import io.quintet.orm.meta.Models;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Does the steps of a case, one after the other, with the variables of the case. */
final class Steps {
  private final Variables variables = new Variables();
  private final Queries queries = new Queries(variables);
  private final QueryEnds ends = new QueryEnds(queries, variables);
  private final Writing writing = new Writing(queries, variables);

  /** Does a step; its result in the form of the recorded ones. */
  @Nullable Object run(Map<String, @Nullable Object> step) {
    String name = String.valueOf(step.get("do"));
    return switch (name) {
      case "query" -> ends.run(step);
      case "attrs" -> Shown.attributes(object(step), Raw.texts(step.get("attrs")));
      case "refresh" -> refresh(step);
      case "deferred" -> List.copyOf(deferred(step));
      case "display" -> display(step);
      case "nav" -> navigate(step);
      case "m2m" -> related(step);
      case "check_constraints" -> checked();
      case "atomic" -> atomic(step);
      default -> writing.run(name, step);
    };
  }

  private Entity object(Map<String, @Nullable Object> step) {
    return variables.entity(step.get("obj"));
  }

  private @Nullable Object refresh(Map<String, @Nullable Object> step) {
    Entity entity = object(step);
    if (step.get("fields") == null) {
      entity.refresh();
    } else {
      entity.refresh(Raw.texts(step.get("fields")).toArray(String[]::new));
    }
    return step.containsKey("attrs")
        ? Shown.attributes(entity, Raw.texts(step.get("attrs")))
        : null;
  }

  private TreeSet<String> deferred(Map<String, @Nullable Object> step) {
    Entity entity = object(step);
    TreeSet<String> names = new TreeSet<>();
    for (String name : entity.deferredFields()) {
      names.add(Models.of(entity).field(name).column());
    }
    return names;
  }

  private Object display(Map<String, @Nullable Object> step) {
    Entity entity = object(step);
    return Models.of(entity).field(String.valueOf(step.get("field"))).label(entity);
  }

  private @Nullable Object navigate(Map<String, @Nullable Object> step) {
    Entity entity = object(step);
    String field = String.valueOf(step.get("field"));
    return Shown.of("next".equals(step.get("dir")) ? entity.next(field) : entity.previous(field));
  }

  private @Nullable Object related(Map<String, @Nullable Object> step) {
    Many<Entity> many =
        queries.many(List.of(String.valueOf(step.get("obj")), String.valueOf(step.get("rel"))));
    List<Object> rows = new ArrayList<>();
    for (Object each : Raw.list(step.get("args"))) {
      rows.add(Values.present(queries.values().of(each)));
    }
    Map<String, @Nullable Object> defaults = queries.values().fields(step.get("through_defaults"));
    switch (String.valueOf(step.get("op"))) {
      case "add" -> many.addKeys(rows, defaults);
      case "remove" -> many.removeKeys(rows);
      case "set" -> {
        if (Raw.isTrue(step.get("clear"))) {
          many.clear();
        }
        many.setKeys(rows, defaults);
      }
      default -> many.clear();
    }
    return null;
  }

  private static @Nullable Object checked() {
    Db.checkConstraints();
    return null;
  }

  /** What ends a block without keeping its work. */
  private static final class RollBack extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  /** Does a step, in a savepoint of its own if asked for, and notes what it did. */
  Entry entry(Map<String, @Nullable Object> step, boolean savepoint) {
    AtomicReference<@Nullable Object> result = new AtomicReference<>();
    AtomicReference<@Nullable Throwable> error = new AtomicReference<>();
    Db.RecordedQueries recorded =
        Db.recordQueries(() -> {
          try {
            result.set(savepoint ? inSavepoint(step) : run(step));
          } catch (Unwritable e) {
            throw e;
          } catch (RuntimeException | StackOverflowError e) {
            error.set(e);
          }
        });
    return new Entry(
        result.get(), error.get(), recorded.count(), recorded.toString().replace('\n', ';'));
  }

  private @Nullable Object inSavepoint(Map<String, @Nullable Object> step) {
    return Db.<@Nullable Object, RuntimeException>atomic(() -> run(step));
  }

  /** A block; an error in it ends it and is its last entry. */
  private Object atomic(Map<String, @Nullable Object> step) {
    List<Entry> entries = new ArrayList<>();
    try {
      Db.atomic(() -> {
        for (Object each : Raw.list(step.get("steps"))) {
          Entry entry = entry(Raw.object(each), false);
          entries.add(entry);
          if (entry.error() != null) {
            throw new RollBack();
          }
        }
        if (Raw.isTrue(step.get("rollback"))) {
          throw new RollBack();
        }
      });
    } catch (RollBack e) {
      return new Entry.Nested(entries);
    }
    return new Entry.Nested(entries);
  }
}
