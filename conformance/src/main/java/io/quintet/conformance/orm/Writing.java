package io.quintet.conformance.orm;

import io.quintet.orm.BulkCreate;
import io.quintet.orm.Created;
import io.quintet.orm.Entity;
import io.quintet.orm.QuerySet;
import io.quintet.orm.Validation;
import io.quintet.orm.ValidationErrors;
import io.quintet.orm.meta.FieldMeta;
import io.quintet.orm.meta.FieldType;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
      case "bulk_create" -> bulkCreate(step);
      case "bulk_update" -> bulkUpdate(step);
      case "get_or_create" -> getOrCreate(step);
      case "update_or_create" -> updateOrCreate(step);
      default -> throw new Unwritable("not built yet: step " + name);
    };
  }

  private @Nullable Object kept(Map<String, @Nullable Object> step, Entity entity) {
    if (step.get("as") instanceof String name) {
      variables.put(name, entity);
    }
    if (!step.containsKey("attrs")) {
      return null;
    }
    Raw.object(step.get("values")).forEach((name, value) -> refuseKeptText(entity, name, value));
    return Shown.attributes(entity, Raw.texts(step.get("attrs")));
  }

  /** A field in Java has the type of its column, whatever it was set by. */
  private static void refuseKeptText(Entity entity, String name, @Nullable Object value) {
    FieldMeta field = Shown.model(entity).field(name);
    boolean kept =
        field.type().isText()
            || field.type() instanceof FieldType.Choices
            || field.type() instanceof FieldType.JsonValue;
    if (value instanceof String && !kept) {
      throw new Unwritable("a text kept in a field that is none until it is read again");
    }
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
    entity.set(name, value);
  }

  private @Nullable Object create(Map<String, @Nullable Object> step) {
    return kept(step, rows(step).create(queries.values().fields(step.get("values"))));
  }

  private @Nullable Object save(Map<String, @Nullable Object> step) {
    Entity entity = variables.entity(step.get("obj"));
    boolean insert = Raw.isTrue(step.get("force_insert"));
    boolean update = Raw.isTrue(step.get("force_update"));
    if (insert && (update || step.get("update_fields") != null)) {
      throw new Unwritable("force_insert with force_update or update_fields: methods of their own");
    }
    if (step.get("update_fields") != null) {
      entity.saveOnly(Raw.texts(step.get("update_fields")).toArray(String[]::new));
    } else if (insert) {
      entity.insert();
    } else if (update) {
      entity.update();
    } else {
      entity.save();
    }
    return null;
  }

  private QuerySet<Entity> rows(Map<String, @Nullable Object> step) {
    return step.containsKey("manager")
        ? queries.many(step.get("manager")).all()
        : Variables.all(step.get("model"));
  }

  private Object bulkCreate(Map<String, @Nullable Object> step) {
    List<Entity> entities =
        Raw.list(step.get("rows")).stream().map(row -> made(step.get("model"), row)).toList();
    int batch = step.get("batch_size") == null ? 0 : OutputReader.number(step.get("batch_size"));
    boolean updates = Raw.isTrue(step.get("update_conflicts"));
    if (updates && Raw.isTrue(step.get("ignore_conflicts"))) {
      throw new Unwritable("conflicts ignored and updated: BulkCreate says one of both");
    }
    BulkCreate how =
        new BulkCreate(
            batch,
            Raw.isTrue(step.get("ignore_conflicts")),
            updates ? Raw.texts(step.get("update_fields")) : List.of(),
            updates ? Raw.texts(step.get("unique_fields")) : List.of());
    if (updates && how.updated().isEmpty()) {
      throw new IllegalArgumentException("Fields to update are needed.");
    }
    Variables.all(step.get("model")).bulkCreate(entities, how);
    Map<String, @Nullable Object> result = new LinkedHashMap<>();
    result.put("returned", (long) entities.size());
    result.put("pk_set", entities.stream().map(Writing::hasKey).toList());
    return result;
  }

  private static boolean hasKey(Entity entity) {
    Object key = Shown.key(entity);
    return key != null && !key.equals(0L);
  }

  private Object bulkUpdate(Map<String, @Nullable Object> step) {
    QuerySet<Entity> rows = queries.build(Raw.object(step.get("q"))).entities("bulk_update");
    List<Entity> entities = rows.list();
    List<@Nullable Object> each = Raw.list(step.get("set_each"));
    for (int i = 0; i < entities.size(); i++) {
      set(entities.get(i), step.get("set"));
      if (i < each.size()) {
        set(entities.get(i), each.get(i));
      }
    }
    int batch = step.get("batch_size") == null ? 0 : OutputReader.number(step.get("batch_size"));
    String[] fields = Raw.texts(step.get("fields")).toArray(String[]::new);
    return (long)
        Variables.all(Raw.object(step.get("q")).get("model")).bulkUpdate(entities, batch, fields);
  }

  private Object getOrCreate(Map<String, @Nullable Object> step) {
    return created(
        step,
        rows(step)
            .getOrCreate(
                queries.values().fields(step.get("lookup")),
                queries.values().fields(step.get("defaults"))));
  }

  private Object updateOrCreate(Map<String, @Nullable Object> step) {
    Map<String, @Nullable Object> changes = queries.values().fields(step.get("defaults"));
    return created(
        step,
        rows(step)
            .updateOrCreate(
                queries.values().fields(step.get("lookup")),
                changes,
                step.containsKey("create_defaults")
                    ? queries.values().fields(step.get("create_defaults"))
                    : changes));
  }

  private Object created(Map<String, @Nullable Object> step, Created<Entity> made) {
    Map<String, @Nullable Object> result = new LinkedHashMap<>();
    result.put("created", made.created());
    Object attributes = kept(step, made.entity());
    if (step.containsKey("attrs")) {
      result.put("attrs", attributes);
    }
    return result;
  }

  private Object check(Map<String, @Nullable Object> step) {
    Entity entity =
        step.containsKey("model")
            ? Variables.model(step.get("model")).create()
            : variables.entity(step.get("obj"));
    ValidationErrors errors = entity.fill(queries.values().fields(step.get("values")));
    Set<String> exclude = new HashSet<>(Raw.texts(step.get("exclude")));
    ValidationErrors all = new ValidationErrors();
    for (ValidationErrors.Error error : errors.all()) {
      if (!exclude.contains(error.field())) {
        all.add(error.field(), error.code(), error.message());
      }
    }
    errors.all().forEach(error -> exclude.add(error.field()));
    Set<Validation.Kind> asked = EnumSet.allOf(Validation.Kind.class);
    if (Boolean.FALSE.equals(step.get("validate_unique"))) {
      asked.remove(Validation.Kind.UNIQUENESS);
    }
    if (Boolean.FALSE.equals(step.get("validate_constraints"))) {
      asked.remove(Validation.Kind.CONSTRAINTS);
    }
    for (ValidationErrors.Error error : entity.validate(exclude, asked).all()) {
      all.add(error.field(), error.code(), error.message());
    }
    all.throwIfAny();
    return "valid";
  }
}
