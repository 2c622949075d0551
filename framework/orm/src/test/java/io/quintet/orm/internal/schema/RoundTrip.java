package io.quintet.orm.internal.schema;

import io.quintet.orm.internal.schema.TestRows.Cell;
import io.quintet.orm.migrations.Migration;
import io.quintet.orm.migrations.MigrationException;
import io.quintet.orm.migrations.MigrationId;
import io.quintet.orm.migrations.ModelState;
import io.quintet.orm.migrations.ProjectState;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * From one state to another and back, with rows: what the database then holds must be what it holds
 * when the states are made afresh, and what no operation deletes must be as it was.
 */
final class RoundTrip {
  private static final int FRAMES = 8;

  /** Values that cannot be made up, and changes that are refused with the way to go. */
  private static final List<String> REFUSALS =
      List.of(
          "Say what they get",
          "would all get the same value",
          "all rows are kept:",
          "Nothing is lost in three steps");

  private final Vendor vendor;
  private final ProjectState from;
  private final ProjectState to;
  private boolean refused;

  RoundTrip(Vendor vendor, ProjectState from, ProjectState to) {
    this.vendor = vendor;
    this.from = from;
    this.to = to;
  }

  /** Whether values would have had to be made up, and the change was refused for that. */
  boolean wasRefused() {
    return refused;
  }

  /** What is wrong; empty when nothing is. */
  Optional<String> problem() {
    try (TestDatabase db = TestDatabase.open(vendor)) {
      Project project = new Project(db).anyValue();
      project.becomes(models(from));
      List<Migration> initial = List.copyOf(project.history());
      TestRows rows = new TestRows(db, from);
      rows.insert();
      Map<Cell, String> before = rows.read();
      List<String> told = project.becomes(models(to));
      Optional<String> wrong =
          compare("after the change", project.catalogue(), project.fresh(models(to)));
      if (wrong.isPresent()) {
        return wrong.map(text -> text + "\n" + told);
      }
      Survivors survivors = survivors(project.history(), initial.size());
      takeBack(project, initial);
      return compare("taken back", project.catalogue(), project.fresh(models(from)))
          .or(() -> kept(before, rows.read(), survivors))
          .map(text -> text + "\n" + told);
    } catch (MigrationException e) {
      refused = REFUSALS.stream().anyMatch(e.getMessage()::contains);
      return refused ? Optional.empty() : problem(e);
    } catch (RuntimeException e) {
      return problem(e);
    }
  }

  private static ModelState[] models(ProjectState state) {
    return state.models().toArray(ModelState[]::new);
  }

  private Survivors survivors(List<Migration> history, int first) {
    Survivors survivors = new Survivors(from);
    for (Migration migration : history.subList(first, history.size())) {
      migration
          .operations()
          .forEach(operation -> survivors.apply(migration.migrationId().app(), operation));
    }
    return survivors;
  }

  private static void takeBack(Project project, List<Migration> initial) {
    Map<String, MigrationId> last = new LinkedHashMap<>();
    project.graph().apps().forEach(app -> last.put(app, null));
    MigrationGraph.of(initial)
        .ordered()
        .forEach(migration -> last.put(migration.migrationId().app(), migration.migrationId()));
    last.forEach((app, id) -> {
      if (id == null) {
        project.zero(app);
      } else {
        project.to(app, id.name());
      }
    });
  }

  private static Optional<String> problem(RuntimeException e) {
    return Optional.of(
        e
            + Stream.of(e.getStackTrace())
                .limit(FRAMES)
                .map(frame -> "\n  at " + frame)
                .collect(Collectors.joining()));
  }

  private static Optional<String> compare(String when, List<String> found, List<String> wanted) {
    List<String> missing = new ArrayList<>(wanted);
    missing.removeAll(found);
    List<String> more = new ArrayList<>(found);
    more.removeAll(wanted);
    return missing.isEmpty() && more.isEmpty()
        ? Optional.empty()
        : Optional.of(when + " missing " + missing + ", too much " + more);
  }

  private static Optional<String> kept(
      Map<Cell, String> before, Map<Cell, String> after, Survivors survivors) {
    return before.entrySet().stream()
        .filter(entry -> entry.getKey().isIn(survivors))
        .filter(entry -> !entry.getValue().equals(after.get(entry.getKey())))
        .map(entry ->
            entry.getKey() + " was " + entry.getValue() + " and is " + after.get(entry.getKey()))
        .findFirst();
  }
}
