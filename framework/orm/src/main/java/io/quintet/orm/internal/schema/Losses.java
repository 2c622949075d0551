package io.quintet.orm.internal.schema;

import io.quintet.orm.migrations.ColumnState;
import io.quintet.orm.migrations.ColumnType;
import io.quintet.orm.migrations.ColumnType.Simple;
import io.quintet.orm.migrations.FieldOperation;
import io.quintet.orm.migrations.FieldState;
import io.quintet.orm.migrations.ManyToManyState;
import io.quintet.orm.migrations.ModelName;
import io.quintet.orm.migrations.ModelOperation;
import io.quintet.orm.migrations.ModelState;
import io.quintet.orm.migrations.Operation;
import io.quintet.orm.migrations.ProjectState;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What operations lose of the rows for good, in words: so that nobody loses them unawares. */
final class Losses {
  private static final Set<Simple> WHOLE =
      Set.of(
          Simple.AUTO,
          Simple.BIG_AUTO,
          Simple.SMALL_INTEGER,
          Simple.INTEGER,
          Simple.BIG_INTEGER,
          Simple.BOOLEAN);

  private final String app;

  /** By model, or model and field. */
  private final Map<String, String> found = new LinkedHashMap<>();

  private Losses(String app) {
    this.app = app;
  }

  /** When they are applied, one after the other. */
  static List<String> forward(String app, List<Operation> operations, ProjectState before) {
    Losses losses = new Losses(app);
    ProjectState state = before;
    for (Operation operation : operations) {
      losses.forward(operation, state);
      state = operation.apply(app, state);
    }
    return List.copyOf(losses.found.values());
  }

  /** When they are taken back, from the last to the first. */
  static List<String> backward(String app, List<Operation> operations, ProjectState before) {
    Losses losses = new Losses(app);
    ProjectState state = before;
    for (Operation operation : operations) {
      ProjectState after = operation.apply(app, state);
      losses.backward(operation, state, after);
      state = after;
    }
    return List.copyOf(losses.found.values());
  }

  private void forward(Operation operation, ProjectState state) {
    switch (operation) {
      case ModelOperation.DeleteModel(String model) -> rows(state.model(name(model)));
      case FieldOperation.RemoveField(String model, String field) ->
          values(state.model(name(model)), field);
      case FieldOperation.AddField add -> replaced(name(add.model()) + "." + add.name());
      case FieldOperation.AlterField alter -> {
        ModelState model = state.model(name(alter.model()));
        precision(model, model.field(alter.name()), alter.field());
      }
      default -> {}
    }
  }

  private void backward(Operation operation, ProjectState before, ProjectState after) {
    switch (operation) {
      case ModelOperation.CreateModel create -> rows(after.model(name(create.model())));
      case FieldOperation.AddField add -> values(after.model(name(add.model())), add.name());
      case FieldOperation.AlterField alter ->
          precision(
              after.model(name(alter.model())),
              alter.field(),
              before.model(name(alter.model())).field(alter.name()));
      default -> {}
    }
  }

  private ModelName name(String model) {
    return new ModelName(app, model);
  }

  private void rows(ModelState model) {
    if (model.options().hasTable()) {
      found.keySet().removeIf(key -> key.startsWith(model.name() + "."));
      found.put(model.name().toString(), "all rows of " + model.name());
    }
  }

  private void values(ModelState model, String field) {
    if (!model.options().hasTable()) {
      return;
    }
    String key = model.name() + "." + field;
    switch (model.field(field)) {
      case ColumnState _ -> found.put(key, "the values of " + key);
      case ManyToManyState link when link.through() == null ->
          found.put(key, "the pairs of " + key);
      case ManyToManyState _ -> {}
    }
  }

  /** A field comes in place of one of another kind, which is removed first. */
  private void replaced(String key) {
    found.computeIfPresent(
        key,
        (_, lost) ->
            lost
                + " (to keep them, add the new field beside it, copy them in a step of Java, then remove the old one)");
  }

  private void precision(ModelState model, FieldState from, FieldState to) {
    if (model.options().hasTable()
        && from instanceof ColumnState a
        && to instanceof ColumnState b) {
      String part = part(a.type(), b.type());
      if (!part.isEmpty()) {
        String key = model.name() + "." + from.name();
        found.put(key, part + " of " + key);
      }
    }
  }

  /** What part of each value the new type has no room for; nothing where that is refused. */
  private static String part(ColumnType from, ColumnType to) {
    boolean whole = to instanceof Simple simple && WHOLE.contains(simple);
    return switch (from) {
      case ColumnType.Decimal(_, int places) ->
          (whole && places > 0) || (to instanceof ColumnType.Decimal now && now.places() < places)
              ? "digits after the point"
              : "";
      case Simple simple ->
          switch (simple) {
            case REAL -> whole ? "digits after the point" : "";
            case TIMESTAMP, LOCAL_TIMESTAMP ->
                to == Simple.DATE ? "the time of day" : to == Simple.TIME ? "the day" : "";
            default -> "";
          };
      case ColumnType.Varchar _, ColumnType.ForeignKey _, ColumnType.Array _ -> "";
    };
  }
}
