package io.quintet.conformance.migrations;

import io.quintet.conformance.AreaRunner;
import io.quintet.conformance.Case;
import io.quintet.conformance.Outcome;
import io.quintet.orm.internal.schema.ChangeFinder;
import io.quintet.orm.internal.schema.MigrationGraph;
import io.quintet.orm.internal.schema.PlannedMigration;
import io.quintet.orm.migrations.Migration;
import io.quintet.orm.migrations.MigrationId;
import io.quintet.orm.migrations.ModelOperation;
import io.quintet.orm.migrations.ModelState;
import io.quintet.orm.migrations.Operation;
import io.quintet.orm.migrations.ProjectState;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Compares what our autodetector asks and finds with what Django's did. */
public final class MigrationRunner implements AreaRunner {
  private static final Set<String> NAMES_OF_MODELS = Set.of("model_name", "to", "through", "bases");

  /** A migration of given operations. */
  private static final class Made extends Migration {
    Made(MigrationId id, List<MigrationId> needs, List<Operation> operations) {
      super(id.app(), id.name());
      needs.forEach(need -> dependsOn(need.app(), need.name()));
      operations(operations.toArray(Operation[]::new));
    }
  }

  @Override
  public boolean handles(Case one) {
    return one.id().startsWith("migrations/") && one.get("from") instanceof List<?>;
  }

  @Override
  public Outcome run(Case one) {
    Map<String, @Nullable Object> expected = one.object("expected");
    String wanted = comparable(expected.get("questions"), expected.get("migrations"));
    try {
      ProjectState from = States.read(one.get("from"));
      ProjectState to = States.read(one.get("to"));
      Recorded answers = new Recorded(one.object("answers"));
      List<PlannedMigration> found =
          ChangeFinder.find(initial(from), to, answers, Recorded::newValue, null);
      String actual = comparable(answers.questions(), written(found, answers));
      if (!actual.equals(wanted)) {
        return new Outcome.Failed(wanted, actual);
      }
      Set<String> reached = shape(reached(from, found));
      Set<String> meant = shape(to);
      return reached.equals(meant)
          ? new Outcome.Passed()
          : new Outcome.Failed(only(meant, reached), only(reached, meant));
    } catch (RuntimeException e) {
      return new Outcome.Failed(wanted, e.toString());
    }
  }

  /** A history in which each app of a state has one migration. */
  private static MigrationGraph initial(ProjectState from) {
    Map<String, List<Operation>> apps = new LinkedHashMap<>();
    for (ModelState model : from.models()) {
      apps.computeIfAbsent(model.name().app(), _ -> new ArrayList<>())
          .add(
              new ModelOperation.CreateModel(
                  model.name().model(),
                  model.fields(),
                  model.indexes(),
                  model.constraints(),
                  model.options(),
                  model.bases()));
    }
    List<Migration> migrations = new ArrayList<>();
    apps.forEach((app, operations) ->
        migrations.add(new Made(new MigrationId(app, "0001_initial"), List.of(), operations)));
    return MigrationGraph.of(migrations);
  }

  private static List<Map<String, @Nullable Object>> written(
      List<PlannedMigration> found, Recorded answers) {
    List<Map<String, @Nullable Object>> all = new ArrayList<>();
    for (PlannedMigration migration : found) {
      String app = migration.id().app();
      Map<String, @Nullable Object> one = new LinkedHashMap<>();
      one.put("app", app);
      one.put("name", migration.id().name());
      one.put(
          "dependencies",
          migration.dependencies().stream().map(id -> List.of(id.app(), id.name())).toList());
      one.put(
          "operations",
          migration.operations().stream().map(new Written(app, answers)::of).toList());
      all.add(one);
    }
    return all;
  }

  private static String only(Set<String> in, Set<String> from) {
    Set<String> rest = new TreeSet<>(in);
    rest.removeAll(from);
    return "a state with " + rest;
  }

  private static ProjectState reached(ProjectState from, List<PlannedMigration> found) {
    ProjectState state = from;
    for (PlannedMigration migration : found) {
      state = new Made(migration.id(), List.of(), migration.operations()).apply(state);
    }
    return state;
  }

  /** Fields may stand in another order; unmanaged tables are not followed. */
  private static Set<String> shape(ProjectState state) {
    Set<String> shape = new TreeSet<>();
    for (ModelState model : state.models()) {
      String name = model.name().toString().toLowerCase(Locale.ROOT);
      shape.add(name + " " + model.options().outline());
      if (model.options().managed()) {
        model.fields().forEach(field -> shape.add(name + " " + comparable(Fields.write(field))));
        model.indexes().forEach(index -> shape.add(name + " " + index));
        model.constraints().forEach(constraint -> shape.add(name + " " + constraint));
        shape.add(name + " " + Set.copyOf(model.options().uniqueTogether()).hashCode());
      }
    }
    return shape;
  }

  private static String comparable(@Nullable Object questions, @Nullable Object migrations) {
    List<@Nullable Object> all = new ArrayList<>();
    Notation.list(migrations).stream()
        .map(migration -> Notation.object(migration))
        .sorted(Comparator.comparing(one -> one.get("app") + " " + one.get("name")))
        .forEach(migration -> all.add(comparable(migration)));
    return Notation.text(questions) + "\n" + Notation.text(all);
  }

  /** Without what need not be the same: cases of names of models, sentences, orders of sets. */
  private static @Nullable Object comparable(@Nullable Object value) {
    if (value instanceof List<?> list) {
      List<@Nullable Object> items = new ArrayList<>();
      list.forEach(item -> items.add(comparable(item)));
      return items;
    }
    if (!(value instanceof Map<?, ?> map)) {
      return value;
    }
    Map<String, @Nullable Object> members = new LinkedHashMap<>();
    map.forEach((key, member) -> {
      String name = String.valueOf(key);
      boolean ofModel =
          NAMES_OF_MODELS.contains(name)
              || (name.equals("name")
                  && String.valueOf(map.get("op")).startsWith("Alter")
                  && !map.containsKey("model_name"));
      if (name.equals("describe")) {
        return;
      }
      members.put(
          name,
          switch (name) {
            case "dependencies", "unique_together" -> sorted(member);
            default -> ofModel ? lower(comparable(member)) : comparable(member);
          });
    });
    return members;
  }

  private static List<String> sorted(@Nullable Object lists) {
    return Notation.list(lists).stream().map(Notation::text).sorted().toList();
  }

  private static @Nullable Object lower(@Nullable Object value) {
    return switch (value) {
      case String text -> text.toLowerCase(Locale.ROOT);
      case List<?> list -> list.stream().map(MigrationRunner::lower).toList();
      case null, default -> value;
    };
  }
}
