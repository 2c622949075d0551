package io.quintet.orm.internal.schema;

import io.quintet.orm.internal.schema.Executor.Step;
import io.quintet.orm.migrations.MigrationException;
import io.quintet.orm.migrations.MigrationId;
import io.quintet.orm.migrations.Operation;
import io.quintet.orm.migrations.ProjectState;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Does one migration after the other: whole or not at all where that is possible, in parts where a
 * large table would otherwise be locked too long.
 */
final class Performer {
  private final MigrationGraph graph;
  private final Connection connection;
  private final Recorder recorder;
  private final Supplier<Set<MigrationId>> applied;
  private final Transactions transactions;
  private final Vendor vendor;
  private final boolean unsafe;
  private final Patience patience;
  private final Executor.Listener listener;

  Performer(
      MigrationGraph graph,
      Connection connection,
      Recorder recorder,
      Supplier<Set<MigrationId>> applied,
      Transactions transactions,
      Vendor vendor,
      boolean unsafe,
      Patience patience,
      Executor.Listener listener) {
    this.graph = graph;
    this.connection = connection;
    this.recorder = recorder;
    this.applied = applied;
    this.transactions = transactions;
    this.vendor = vendor;
    this.unsafe = unsafe;
    this.patience = patience;
    this.listener = listener;
  }

  private static final class Progress {
    String operation = "beginning the transaction";
  }

  /** Whether it is done as a whole or not at all; MariaDB commits at each change of a table. */
  private boolean isWhole(Step step) {
    return step.migration().isAtomic() && vendor != Vendor.MARIADB;
  }

  /** Whether others must not be held up. */
  boolean isCareful() {
    return vendor != Vendor.SQLITE && !unsafe;
  }

  private SchemaEditor editor(SqlRunner sql) {
    return isCareful() ? SchemaEditor.safe(vendor, sql) : SchemaEditor.of(vendor, sql);
  }

  /**
   * The statements of a step as they would be run now. Throws {@link MigrationException} with what
   * to do when it cannot be done without holding others up.
   */
  PlannedSql plan(Step step, Set<MigrationId> done) {
    PlannedSql sql = new PlannedSql(new SqlRunner.Live(connection));
    SchemaEditor editor = editor(sql);
    MigrationId id = step.migration().migrationId();
    ProjectState before = graph.state(other -> done.contains(other) && !other.equals(id));
    Progress progress = new Progress();
    try {
      walk(
          step,
          before,
          new OperationRunner(editor, null),
          0,
          operation -> {
            progress.operation = operation.describe();
            editor.remark(operation.describe());
          },
          _ -> {});
    } catch (MigrationException e) {
      throw new MigrationException(
          "Migration %s is not begun, because of \"%s\": %s"
              .formatted(id, progress.operation, e.getMessage()),
          e);
    }
    return sql;
  }

  void perform(Step step, boolean fake) {
    MigrationId id = step.migration().migrationId();
    if (recorder.isApplied(id) != step.backward()) {
      return;
    }
    Progress progress = new Progress();
    boolean staged =
        !fake
            && isCareful()
            && vendor == Vendor.POSTGRESQL
            && step.migration().isAtomic()
            && (plan(step, applied.get()).isStaged()
                || new BrokenOff(vendor, new SqlRunner.Live(connection)).of(id).isPresent());
    try {
      if (staged) {
        inParts(step, progress);
      } else if (isWhole(step)) {
        transactions.atomically(() -> whole(step, fake, progress), patience, listener::notice);
      } else if (fake) {
        record(step);
      } else if (vendor == Vendor.MARIADB) {
        SqlRunner.Live sql = new SqlRunner.Live(connection);
        sql.run(patience.statement(vendor));
        Transactions.with(
            () -> stepByStep(step, progress), () -> sql.run("SET lock_wait_timeout = DEFAULT"));
      } else {
        stepByStep(step, progress);
      }
    } catch (SQLException | RuntimeException e) {
      throw failure(step, progress, staged, e);
    }
  }

  /**
   * Makes all tables from the last state, and records the migrations that lead to it; false when
   * another process has begun meanwhile.
   */
  boolean fresh(List<Step> plan, Executor.Listener listener) {
    boolean[] made = {false};
    try {
      transactions.atomically(
          () -> {
            made[0] = recorder.applied().isEmpty();
            if (!made[0]) {
              return;
            }
            Tables.create(connection, graph.state(_ -> true).models());
            for (Step step : plan) {
              listener.begins(step);
              record(step);
              listener.done(step);
            }
          },
          patience,
          listener::notice);
      return made[0];
    } catch (SQLException e) {
      throw new MigrationException("The tables cannot be made: " + e.getMessage(), e);
    }
  }

  private MigrationException failure(
      Step step, Progress progress, boolean staged, Exception cause) {
    String kept =
        staged
            ? "\nIt is done in parts, as a table is large: what came before this step is kept. Mend the cause and run"
                + " migrate again; it goes on here."
            : isWhole(step)
                ? "\nNothing of it was kept; migrations before it are."
                : (step.migration().isAtomic()
                        ? "\nMariaDB commits at each change of a table: "
                        : "\nIt is not atomic: ")
                    + "what it did before this step is kept, and migrate goes on here.";
    return new MigrationException(
        "Migration %s failed%s at \"%s\": %s%s"
            .formatted(
                step.migration().migrationId(),
                step.backward() ? " to be taken back" : "",
                progress.operation,
                cause.getMessage(),
                kept),
        cause);
  }

  private void whole(Step step, boolean fake, Progress progress) {
    MigrationId id = step.migration().migrationId();
    if (recorder.isApplied(id) != step.backward()) {
      return;
    }
    if (!fake) {
      SchemaEditor editor = SchemaEditor.of(vendor, new SqlRunner.Live(connection));
      walk(
          step,
          before(id),
          new OperationRunner(editor, connection),
          0,
          operation -> progress.operation = operation.describe(),
          _ -> {});
    }
    progress.operation = "recording it";
    record(step);
  }

  /** Each operation by itself; what steps by hand commit is theirs to say. */
  private void stepByStep(Step step, Progress progress) throws SQLException {
    MigrationId id = step.migration().migrationId();
    SqlRunner sql =
        vendor == Vendor.MARIADB
            ? new PatientSql(connection, patience, listener)
            : new SqlRunner.Live(connection);
    BrokenOff broken = new BrokenOff(vendor, sql);
    transactions.atomically(broken::prepare, patience, listener::notice);
    int total = step.migration().operations().size();
    OperationRunner usual = new OperationRunner(editor(sql), connection, false, listener::progress);
    ProjectState before = before(id);
    Optional<BrokenOff.Half> half = broken.of(id);
    int first = half.map(BrokenOff.Half::done).orElse(0);
    if (vendor == Vendor.MARIADB) {
      broken.record(id, step.backward(), first);
    }
    for (int i = first; i < total; i++) {
      int at = i;
      OperationRunner runner =
          vendor == Vendor.MARIADB && half.isPresent() && i == first
              ? new OperationRunner(
                  editor(new Resuming(sql, listener::notice)),
                  connection,
                  false,
                  listener::progress)
              : usual;
      Operation operation =
          step.migration().operations().get(step.backward() ? total - 1 - at : at);
      progress.operation = operation.describe();
      Runnable work = () -> walk(step, before, runner, at, at + 1, _ -> {}, _ -> {});
      boolean byHand =
          operation instanceof Operation.RunSql || operation instanceof Operation.RunJava;
      boolean alone = isCareful() && vendor == Vendor.POSTGRESQL && isStaged(step, before, at);
      if (byHand || alone) {
        work.run();
        broken.record(id, step.backward(), at + 1);
      } else {
        transactions.atomically(
            () -> {
              work.run();
              broken.record(id, step.backward(), at + 1);
            },
            patience,
            listener::notice);
      }
    }
    progress.operation = "recording it";
    transactions.atomically(
        () -> {
          record(step);
          broken.forget(id);
        },
        patience,
        listener::notice);
  }

  private boolean isStaged(Step step, ProjectState before, int at) {
    PlannedSql sql = new PlannedSql(new SqlRunner.Live(connection));
    OperationRunner runner = new OperationRunner(SchemaEditor.safe(vendor, sql), null);
    walk(step, before, runner, at, at + 1, _ -> {}, _ -> {});
    return sql.isStaged();
  }

  private void record(Step step) {
    MigrationId id = step.migration().migrationId();
    List<MigrationId> all = new ArrayList<>(step.migration().replaced());
    all.add(id);
    Set<MigrationId> known = recorder.applied().keySet();
    for (MigrationId one : all) {
      if (step.backward()) {
        recorder.remove(one);
      } else if (!known.contains(one)) {
        recorder.add(one);
      }
    }
  }

  private ProjectState before(MigrationId id) {
    Set<MigrationId> done = applied.get();
    return graph.state(other -> done.contains(other) && !other.equals(id));
  }

  private void inParts(Step step, Progress progress) throws SQLException {
    MigrationId id = step.migration().migrationId();
    StagedSql sql = new StagedSql(connection, patience, listener);
    connection.setAutoCommit(false);
    try {
      sql.run(patience.statement(vendor));
      BrokenOff broken = new BrokenOff(vendor, sql);
      broken.prepare();
      int done = broken.of(id).map(BrokenOff.Half::done).orElse(0);
      sql.boundary();
      if (done > 0) {
        listener.notice(
            "Migration %s was broken off after step %d of %d; going on there."
                .formatted(id, done, step.migration().operations().size()));
      }
      walk(
          step,
          before(id),
          new OperationRunner(SchemaEditor.safe(vendor, sql), connection),
          done,
          operation -> progress.operation = operation.describe(),
          count -> {
            broken.record(id, step.backward(), count);
            sql.boundary();
          });
      progress.operation = "recording it";
      record(step);
      broken.forget(id);
      sql.boundary();
    } catch (RuntimeException e) {
      sql.rollBack();
      throw e;
    } finally {
      connection.setAutoCommit(true);
      new SqlRunner.Live(connection).run("RESET lock_timeout");
    }
  }

  static void walk(
      Step step,
      ProjectState before,
      OperationRunner runner,
      int from,
      Consumer<Operation> beginning,
      Consumer<Integer> done) {
    walk(step, before, runner, from, step.migration().operations().size(), beginning, done);
  }

  /**
   * Goes through operations of a step in the order in which they are done.
   *
   * @param from how many of them are done already
   * @param until how many of them are done afterwards
   * @param beginning is told of each before it begins
   * @param done is told after each how many are done
   */
  static void walk(
      Step step,
      ProjectState before,
      OperationRunner runner,
      int from,
      int until,
      Consumer<Operation> beginning,
      Consumer<Integer> done) {
    String app = step.migration().migrationId().app();
    List<Operation> operations = step.migration().operations();
    List<ProjectState> states = new ArrayList<>(List.of(before));
    operations.forEach(operation -> states.add(operation.apply(app, states.getLast())));
    for (int i = from; i < until; i++) {
      int at = step.backward() ? operations.size() - 1 - i : i;
      beginning.accept(operations.get(at));
      if (step.backward()) {
        runner.backward(app, operations.get(at), states.get(at), states.get(at + 1));
      } else {
        runner.forward(app, operations.get(at), states.get(at), states.get(at + 1));
      }
      done.accept(i + 1);
    }
  }
}
