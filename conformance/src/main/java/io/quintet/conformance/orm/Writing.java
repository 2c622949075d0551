package io.quintet.conformance.orm;

import io.quintet.orm.Entity;
import io.quintet.orm.QuerySet;
import io.quintet.orm.meta.FieldMeta;
import io.quintet.orm.meta.ModelMeta;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The steps that make, change, delete and check objects. */
final class Writing {
  private final Queries queries;
  private final Variables variables;

  Writing(Queries queries, Variables variables) {
    this.queries = queries;
    this.variables = variables;
  }

  @Nullable Object run(String name, Map<String, @Nullable Object> step) {
    return switch (name) {
      case "create" -> create(step);
      case "new" -> kept(step, made(step.get("model"), step.get("values")));
      case "set" -> set(variables.entity(step.get("obj")), step.get("values"));
      case "save" -> save(step);
      case "delete" -> QueryEnds.Totals.of(variables.entity(step.get("obj")).delete());
      case "full_clean" -> check(step);
      default -> throw new Unwritable("not built yet: step " + name);
    };
  }

  private @Nullable Object kept(Map<String, @Nullable Object> step, Entity entity) {
    if (step.get("as") instanceof String name) {
      variables.put(name, entity);
    }
    return step.containsKey("attrs")
        ? Shown.attributes(entity, Raw.texts(step.get("attrs")))
        : null;
  }

  private Entity made(@Nullable Object model, @Nullable Object values) {
    Entity entity = Variables.model(model).create();
    set(entity, values);
    return entity;
  }

  private @Nullable Object set(Entity entity, @Nullable Object values) {
    queries.values().fields(values).forEach((name, value) -> assign(entity, name, value));
    return null;
  }

  private static void assign(Entity entity, String name, @Nullable Object value) {
    ModelMeta<Entity> model = Shown.model(entity);
    FieldMeta field = model.field(name);
    field.set(entity, value);
  }

  private @Nullable Object create(Map<String, @Nullable Object> step) {
    QuerySet<Entity> rows =
        step.containsKey("manager")
            ? queries.many(step.get("manager")).all()
            : Variables.all(step.get("model"));
    return kept(step, rows.create(queries.values().fields(step.get("values"))));
  }

  private @Nullable Object save(Map<String, @Nullable Object> step) {
    for (String option : List.of("update_fields", "force_insert", "force_update")) {
      if (step.containsKey(option)) {
        throw new Unwritable("not built yet: save with " + option);
      }
    }
    variables.entity(step.get("obj")).save();
    return null;
  }

  private Object check(Map<String, @Nullable Object> step) {
    Entity entity =
        step.containsKey("model")
            ? made(step.get("model"), step.get("values"))
            : variables.entity(step.get("obj"));
    if (!step.containsKey("model")) {
      set(entity, step.get("values"));
    }
    for (String option : List.of("validate_unique", "validate_constraints")) {
      if (step.containsKey(option)) {
        throw new Unwritable("not built yet: full_clean with " + option);
      }
    }
    Set<String> exclude =
        Raw.texts(step.get("exclude")).stream().collect(Collectors.toUnmodifiableSet());
    entity.validate(exclude).throwIfAny();
    return "valid";
  }
}
