package io.quintet.orm.internal.schema;

import io.quintet.orm.migrations.Migration;
import io.quintet.orm.migrations.MigrationException;
import io.quintet.orm.migrations.MigrationId;
import io.quintet.orm.migrations.Operation;
import io.quintet.orm.migrations.ProjectState;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Applies migrations to a database and takes them back. */
public final class Executor {
  /** A migration to apply, or to take back. */
  public record Step(Migration migration, boolean backward) {}

  /** Is told how it goes. */
  public interface Listener {
    /** A migration begins. */
    void begins(Step step);

    /** It is done. */
    void done(Step step);

    /** Something a person who waits should know. */
    void notice(String text);
  }

  /** Says nothing. */
  public static final Listener SILENT =
      new Listener() {
        @Override
        public void begins(Step step) {}

        @Override
        public void done(Step step) {}

        @Override
        public void notice(String text) {}
      };

  private final MigrationGraph graph;
  private final Connection connection;
  private final Recorder recorder;
  private final Transactions transactions;
  private final Vendor vendor;

  /** On a connection, which stays the caller's to close. */
  public Executor(MigrationGraph graph, Connection connection, Clock clock) {
    this.graph = graph;
    this.connection = connection;
    try {
      this.vendor = Vendor.of(connection);
      this.recorder = new Recorder(connection, clock);
      this.transactions = new Transactions(connection);
    } catch (SQLException e) {
      throw new MigrationException("The connection is not usable: " + e.getMessage(), e);
    }
  }

  /** What is applied and since when. */
  public Map<MigrationId, Instant> applied() {
    return recorder.applied();
  }

  /** What must be done to have everything of these apps applied. */
  public List<Step> planAll(List<String> apps) {
    Set<MigrationId> wanted = new HashSet<>();
    for (String app : apps) {
      graph
          .last(app)
          .ifPresent(
              last -> graph.upTo(last).forEach(migration -> wanted.add(migration.migrationId())));
    }
    return forward(
        graph.ordered().stream()
            .filter(migration -> wanted.contains(migration.migrationId()))
            .toList());
  }

  /**
   * What must be done so that an app is at one of its migrations: forward, or backward when it is
   * applied already.
   */
  public List<Step> planTo(MigrationId target) {
    Set<MigrationId> applied = applied().keySet();
    if (!applied.contains(target)) {
      return forward(graph.upTo(target));
    }
    List<Migration> later =
        graph.ofApp(target.app()).stream()
            .filter(migration -> migration.dependencies().contains(target))
            .toList();
    return backward(later);
  }

  /** What must be done to take back everything of an app. */
  public List<Step> planZero(String app) {
    return backward(graph.ofApp(app));
  }

  private List<Step> forward(List<Migration> wanted) {
    Set<MigrationId> applied = applied().keySet();
    return wanted.stream()
        .filter(migration -> !applied.contains(migration.migrationId()))
        .map(migration -> new Step(migration, false))
        .toList();
  }

  private List<Step> backward(List<Migration> roots) {
    Set<MigrationId> applied = applied().keySet();
    Set<MigrationId> gone = new HashSet<>();
    roots.forEach(root ->
        graph.downFrom(root.migrationId()).forEach(migration -> gone.add(migration.migrationId())));
    return graph.ordered().reversed().stream()
        .filter(migration ->
            gone.contains(migration.migrationId()) && applied.contains(migration.migrationId()))
        .map(migration -> new Step(migration, true))
        .toList();
  }

  /**
   * Throws {@link MigrationException} when a plan takes back something that cannot be taken back.
   */
  public static void requireReversible(List<Step> plan) {
    for (Step step : plan) {
      Optional<Operation> stuck =
          step.backward
              ? step.migration.operations().stream()
                  .filter(operation -> !operation.isReversible())
                  .findFirst()
              : Optional.empty();
      if (stuck.isPresent()) {
        throw new MigrationException(
            "Migration %s cannot be taken back: its step \"%s\" says no reverse. Add .reverse(...) to it. Nothing was changed."
                .formatted(step.migration.migrationId(), stuck.get().describe()));
      }
    }
  }

  /**
   * Does what is planned, while no other process migrates. A step that another process has done
   * meanwhile is skipped. Throws {@link MigrationException} at the first that fails; those before
   * it stay done.
   *
   * @param fake only records it
   */
  public void run(Supplier<List<Step>> planner, boolean fake, Listener listener) {
    try {
      transactions.exclusively(
          listener::notice,
          () -> {
            if (!fake) {
              checkHistory();
            }
            List<Step> plan = planner.get();
            requireReversible(plan);
            prepare();
            for (Step step : plan) {
              listener.begins(step);
              perform(step, fake);
              listener.done(step);
            }
          });
    } catch (SQLException e) {
      throw new MigrationException("The database connection failed: " + e.getMessage(), e);
    }
  }

  private void checkHistory() {
    Set<MigrationId> applied = applied().keySet();
    for (Migration migration : graph.ordered()) {
      for (MigrationId needed : migration.dependencies()) {
        if (applied.contains(migration.migrationId()) && !applied.contains(needed)) {
          throw new MigrationException(
              "The history of this database is not consistent: %s is applied, but %s, which it needs, is not. If the tables are there, record it: migrate %s %s --fake."
                  .formatted(migration.migrationId(), needed, needed.app(), needed.name()));
        }
      }
    }
  }

  private void prepare() {
    try {
      transactions.atomically(recorder::prepare);
    } catch (SQLException e) {
      throw new MigrationException(
          "The table " + Recorder.TABLE + " cannot be made: " + e.getMessage(), e);
    }
  }

  private void perform(Step step, boolean fake) {
    Migration migration = step.migration;
    Progress progress = new Progress();
    Runnable work =
        () -> {
          if (recorder.isApplied(migration.migrationId()) != step.backward) {
            return;
          }
          if (!fake) {
            OperationRunner runner =
                new OperationRunner(
                    SchemaEditor.of(vendor, new SqlRunner.Live(connection)), connection);
            execute(step, runner, progress);
          }
          progress.operation = "recording it";
          if (step.backward) {
            recorder.remove(migration.migrationId());
          } else {
            recorder.add(migration.migrationId());
          }
        };
    try {
      if (migration.isAtomic()) {
        transactions.atomically(work);
      } else {
        work.run();
      }
    } catch (SQLException | RuntimeException e) {
      throw new MigrationException(
          "Migration %s failed%s at \"%s\": %s%s"
              .formatted(
                  migration.migrationId(),
                  step.backward ? " to be taken back" : "",
                  progress.operation,
                  e.getMessage(),
                  migration.isAtomic()
                      ? "\nNothing of it was kept; migrations before it are."
                      : "\nIt is not atomic: what it did before this step is kept."),
          e);
    }
  }

  private static final class Progress {
    String operation = "beginning the transaction";
  }

  private void execute(Step step, OperationRunner runner, Progress progress) {
    Set<MigrationId> applied = applied().keySet();
    MigrationId id = step.migration.migrationId();
    ProjectState before = graph.state(other -> applied.contains(other) && !other.equals(id));
    walk(step, before, runner, operation -> progress.operation = operation.describe());
  }

  private static void walk(
      Step step, ProjectState before, OperationRunner runner, Consumer<Operation> beginning) {
    String app = step.migration.migrationId().app();
    List<Operation> operations = step.migration.operations();
    List<ProjectState> states = new ArrayList<>(List.of(before));
    operations.forEach(operation -> states.add(operation.apply(app, states.getLast())));
    for (int i = 0; i < operations.size(); i++) {
      int at = step.backward ? operations.size() - 1 - i : i;
      beginning.accept(operations.get(at));
      if (step.backward) {
        runner.backward(app, operations.get(at), states.get(at), states.get(at + 1));
      } else {
        runner.forward(app, operations.get(at), states.get(at), states.get(at + 1));
      }
    }
  }

  /** The statements of one migration, without running them. Steps are introduced by remarks. */
  public static List<String> sql(MigrationGraph graph, Vendor vendor, Step step) {
    SqlRunner.Collected collected = new SqlRunner.Collected();
    SchemaEditor editor = SchemaEditor.of(vendor, collected);
    MigrationId id = step.migration.migrationId();
    Set<MigrationId> earlier = new HashSet<>();
    graph.upTo(id).forEach(migration -> earlier.add(migration.migrationId()));
    earlier.remove(id);
    requireReversible(List.of(step));
    walk(
        step,
        graph.state(earlier::contains),
        new OperationRunner(editor, null),
        operation -> editor.remark(operation.describe()));
    return collected.statements();
  }
}
