package io.quintet.orm.internal.schema;

import io.quintet.orm.migrations.ColumnState;
import io.quintet.orm.migrations.FieldState;
import io.quintet.orm.migrations.Migration;
import io.quintet.orm.migrations.MigrationId;
import io.quintet.orm.migrations.ModelName;
import io.quintet.orm.migrations.ModelState;
import io.quintet.orm.migrations.Operation;
import io.quintet.orm.migrations.ProjectState;
import io.quintet.orm.migrations.Questioner;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A project whose models change: what is found becomes its history and is applied to a database.
 * Everything that may be a rename or a move is one; other values are given by field.
 */
final class Project implements Questioner {
  private final TestDatabase db;
  private final List<Migration> history = new ArrayList<>();
  private final Map<String, Object> values = new TreeMap<>();
  private boolean any;

  Project(TestDatabase db) {
    this.db = db;
  }

  /** What rows get in a new field, or for null in one that becomes mandatory. */
  Project value(String field, Object value) {
    values.put(field, value);
    return this;
  }

  /** Whatever is asked for gets some value of its type. */
  Project anyValue() {
    any = true;
    return this;
  }

  /** The migrations that are written and applied: {@code shop 0001_initial []: Create model A}. */
  List<String> becomes(ModelState... models) {
    List<PlannedMigration> found = find(models);
    found.forEach(planned -> history.add(migration(planned)));
    migrate();
    return found.stream().map(Project::told).toList();
  }

  /** What would be written. */
  List<PlannedMigration> find(ModelState... models) {
    return ChangeFinder.find(
        graph(),
        ProjectState.of(Arrays.asList(models)),
        this,
        (_, _) -> new NewValue.Unknown(),
        null);
  }

  static String told(PlannedMigration planned) {
    return "%s %s: %s"
        .formatted(
            planned.id(),
            planned.dependencies(),
            planned.operations().stream()
                .map(Operation::describe)
                .collect(Collectors.joining("; ")));
  }

  static Migration migration(PlannedMigration planned) {
    return new Migration(planned.id().app(), planned.id().name()) {
      {
        planned.dependencies().forEach(need -> dependsOn(need.app(), need.name()));
        planned.replaced().forEach(old -> replaces(old.app(), old.name()));
        operations(planned.operations().toArray(Operation[]::new));
      }
    };
  }

  MigrationGraph graph() {
    return MigrationGraph.of(history);
  }

  List<Migration> history() {
    return history;
  }

  /** Applies what is not applied. */
  Project migrate() {
    return run(executor -> executor.planAll(graph().apps()));
  }

  /** Back, or forward, to a migration. */
  Project to(String app, String name) {
    return run(executor -> executor.planTo(new MigrationId(app, name)));
  }

  /** Takes back all of an app. */
  Project zero(String app) {
    return run(executor -> executor.planZero(app));
  }

  private Project run(Function<Executor, List<Executor.Step>> plan) {
    Executor executor = new Executor(graph(), db.connection(), History.CLOCK);
    executor.run(() -> plan.apply(executor), false, Executor.SILENT);
    return this;
  }

  /** What the database says of its tables. */
  List<String> catalogue() {
    return Catalogue.read(db.vendor(), new SqlRunner.Live(db.connection())).lines().stream()
        .filter(line -> !line.startsWith(BrokenOff.TABLE) && !line.startsWith(Recorder.TABLE))
        .sorted()
        .toList();
  }

  /** What the database would say if the models had been made at once. */
  List<String> fresh(ModelState... models) {
    try (TestDatabase other = TestDatabase.open(db.vendor())) {
      Project project = new Project(other).anyValue();
      project.becomes(models);
      return project.catalogue();
    }
  }

  @Override
  public boolean wasRenamed(ModelName from, ModelName to) {
    return true;
  }

  @Override
  public boolean wasMoved(ModelName from, ModelName to) {
    return true;
  }

  @Override
  public boolean wasRenamed(ModelName model, FieldState from, FieldState to) {
    return true;
  }

  @Override
  public Object valueForExistingRows(ModelName model, ColumnState field) {
    return value(model, field, 1)
        .orElseThrow(() -> new AssertionError("asked for " + model + "." + field.name()));
  }

  @Override
  public Object momentForExistingRows(ModelName model, ColumnState field, Object now) {
    return now;
  }

  @Override
  public void confirmOneValueForUnique(ModelName model, ColumnState field) {}

  @Override
  public Optional<Object> valueForNulls(ModelName model, ColumnState field) {
    return value(model, field, 9);
  }

  private Optional<Object> value(ModelName model, ColumnState field, int i) {
    return any
        ? Optional.of(TestRows.value(field.type(), i))
        : Optional.ofNullable(values.get(model + "." + field.name()));
  }
}
