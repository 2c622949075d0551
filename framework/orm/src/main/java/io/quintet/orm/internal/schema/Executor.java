package io.quintet.orm.internal.schema;

import io.quintet.orm.migrations.Migration;
import io.quintet.orm.migrations.MigrationException;
import io.quintet.orm.migrations.MigrationId;
import io.quintet.orm.migrations.Operation;
import io.quintet.orm.migrations.ProjectState;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

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

    /**
     * How a long part goes; each text takes the place of the one before.
     *
     * @param text for example how many rows are filled
     */
    default void progress(String text) {}

    /**
     * It was only recorded, as its tables are there; comes before {@link #done}.
     *
     * @param differences what of the tables is not as the migration would have made them
     */
    default void tookOver(Step step, List<String> differences) {}
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

  private static final Duration PROGRESS = Duration.ofSeconds(1);

  private final MigrationGraph graph;
  private final Connection connection;
  private final Recorder recorder;
  private final Transactions transactions;
  private final Vendor vendor;
  private boolean unsafe;
  private boolean waits = true;
  private boolean fakeInitial;
  private StatementWatch.@Nullable Elsewhere elsewhere;
  private Patience patience = Patience.USUAL;

  /** On a connection, which stays the caller's to close. */
  public Executor(MigrationGraph graph, Connection connection, Clock clock) {
    this.connection = connection;
    try {
      this.vendor = Vendor.of(connection);
      this.recorder = new Recorder(connection, clock);
      this.graph = graph.against(recorder.applied().keySet());
      this.transactions = new Transactions(connection);
    } catch (SQLException e) {
      throw new MigrationException("The connection is not usable: " + e.getMessage(), e);
    }
  }

  /** What is applied and since when. */
  public Map<MigrationId, Instant> applied() {
    Map<MigrationId, Instant> applied = new LinkedHashMap<>(recorder.applied());
    for (Migration migration : graph.ordered()) {
      List<MigrationId> old = migration.replaced();
      if (!old.isEmpty() && applied.keySet().containsAll(old)) {
        applied.putIfAbsent(migration.migrationId(), applied.get(old.getLast()));
      }
    }
    return applied;
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
            .filter(migration -> graph.needs(migration).contains(target))
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

  /** Also does what holds up others on large tables; or again in the careful way. */
  public Executor unsafe(boolean on) {
    unsafe = on;
    return this;
  }

  /** Waits for a lock no longer than this, before others are let past and it is tried again. */
  public Executor lockTimeout(Duration timeout) {
    patience = patience.withLockTimeout(timeout);
    return this;
  }

  /** Whether to wait while another process migrates, rather than to leave. */
  public Executor waits(boolean on) {
    waits = on;
    return this;
  }

  /** Tells the listener each second how far a long statement is; needs a second connection. */
  public Executor watching(StatementWatch.Elsewhere other) {
    elsewhere = other;
    return this;
  }

  /** Only records the first migration of an app when its tables exist. */
  public Executor fakeInitial(boolean on) {
    fakeInitial = on;
    return this;
  }

  private boolean isThere(Step step) {
    return fakeInitial
        && !step.backward
        && InitialTables.exist(
            step.migration, Catalogue.read(vendor, new SqlRunner.Live(connection)));
  }

  private List<String> differences(Step step) {
    String app = step.migration.migrationId().app();
    return InitialTables.differences(
        vendor,
        step.migration,
        graph.state(id -> !id.app().equals(app)),
        Catalogue.read(vendor, new SqlRunner.Live(connection)));
  }

  Executor patience(Patience other) {
    patience = other;
    return this;
  }

  private Performer performer(Listener listener) {
    return new Performer(
        graph,
        connection,
        recorder,
        () -> applied().keySet(),
        transactions,
        vendor,
        unsafe,
        patience,
        listener);
  }

  /**
   * Does what is planned, while no other process migrates. A step that another process has done
   * meanwhile is skipped. Throws {@link MigrationException} at the first that fails; those before
   * it stay done.
   *
   * @param fake only records it
   */
  public void run(Supplier<List<Step>> planner, boolean fake, Listener listener) {
    try (var _ = watch(listener)) {
      transactions.exclusively(
          listener::notice,
          waits,
          () -> {
            if (!fake) {
              checkHistory();
            }
            List<Step> plan = planner.get();
            requireReversible(plan);
            requireWhole(plan);
            if (!fake && !fakeInitial) {
              requireNoTables(plan);
            }
            Performer performer = performer(listener);
            if (!fake && performer.isCareful()) {
              plan(performer, plan);
            }
            prepare();
            if (!fake
                && !fakeInitial
                && Fresh.isPossible(graph, recorder.applied().keySet(), plan)
                && performer.fresh(plan, listener)) {
              return;
            }
            for (Step step : plan) {
              transactions.requireExclusive();
              listener.begins(step);
              boolean there = isThere(step);
              performer.perform(step, fake || there);
              if (there) {
                listener.tookOver(step, differences(step));
              }
              listener.done(step);
            }
          });
    } catch (SQLException e) {
      throw new MigrationException("The database connection failed: " + e.getMessage(), e);
    }
  }

  private @Nullable StatementWatch watch(Listener listener) throws SQLException {
    return elsewhere == null || vendor == Vendor.SQLITE
        ? null
        : StatementWatch.of(connection, elsewhere, PROGRESS, listener);
  }

  /**
   * The statements of each step as they would be run, in order. Throws {@link MigrationException}
   * when one cannot be done without holding others up.
   */
  public List<List<String>> statements(List<Step> plan) {
    return plan(performer(SILENT), plan);
  }

  private List<List<String>> plan(Performer performer, List<Step> plan) {
    Set<MigrationId> applied = new HashSet<>(applied().keySet());
    List<List<String>> statements = new ArrayList<>();
    for (Step step : plan) {
      statements.add(performer.plan(step, applied).statements());
      if (step.backward) {
        applied.remove(step.migration.migrationId());
      } else {
        applied.add(step.migration.migrationId());
      }
    }
    return statements;
  }

  /** What an app's first migration makes may not be there, unless the migration was broken off. */
  private void requireNoTables(List<Step> plan) {
    SqlRunner sql = new SqlRunner.Live(connection);
    List<MigrationId> halves =
        new BrokenOff(vendor, sql).all().stream().map(BrokenOff.Half::id).toList();
    List<Migration> initial =
        plan.stream()
            .filter(step -> !step.backward)
            .map(step -> step.migration)
            .filter(migration -> InitialTables.isInitial(migration))
            .filter(migration -> !halves.contains(migration.migrationId()))
            .toList();
    if (!initial.isEmpty()) {
      Catalogue catalogue = Catalogue.read(vendor, sql);
      initial.forEach(migration -> InitialTables.requireMissing(migration, catalogue));
    }
  }

  /** What each step of a plan loses of the rows for good, in words. */
  List<List<String>> losses(List<Step> plan) {
    Set<MigrationId> applied = new HashSet<>(applied().keySet());
    List<List<String>> losses = new ArrayList<>();
    for (Step step : plan) {
      MigrationId id = step.migration.migrationId();
      applied.remove(id);
      ProjectState before = graph.state(applied::contains);
      List<Operation> operations = step.migration.operations();
      losses.add(
          step.backward
              ? Losses.backward(id.app(), operations, before)
              : Losses.forward(id.app(), operations, before));
      if (!step.backward) {
        applied.add(id);
      }
    }
    return losses;
  }

  /** A migration that was broken off in the middle must be ended before anything else. */
  private void requireWhole(List<Step> plan) {
    for (BrokenOff.Half half : new BrokenOff(vendor, new SqlRunner.Live(connection)).all()) {
      boolean goesOn =
          plan.stream()
              .anyMatch(step ->
                  step.backward == half.backward()
                      && step.migration.migrationId().equals(half.id()));
      if (!goesOn) {
        throw new MigrationException(
            "Migration %s was broken off %s after %d of its steps. First end that: migrate %s %s."
                .formatted(
                    half.id(),
                    half.backward() ? "while it was taken back," : "while it was applied,",
                    half.done(),
                    half.id().app(),
                    half.backward() ? "to the migration before it, or zero" : half.id().name()));
      }
    }
  }

  private void checkHistory() {
    Set<MigrationId> applied = applied().keySet();
    for (Migration migration : graph.ordered()) {
      for (MigrationId needed : graph.needs(migration)) {
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
      transactions.atomically(recorder::prepare, patience, _ -> {});
    } catch (SQLException e) {
      throw new MigrationException(
          "The table " + Recorder.TABLE + " cannot be made: " + e.getMessage(), e);
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
    Performer.walk(
        step,
        graph.state(earlier::contains),
        new OperationRunner(editor, null),
        0,
        operation -> editor.remark(operation.describe()),
        _ -> {});
    return collected.statements();
  }
}
