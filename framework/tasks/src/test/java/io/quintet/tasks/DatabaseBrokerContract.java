package io.quintet.tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quintet.core.SiteContext;
import io.quintet.core.checks.CheckMessage;
import io.quintet.orm.Db;
import io.quintet.orm.OrmApp;
import io.quintet.orm.OrmSettings;
import io.quintet.orm.migrations.Migrator;
import io.quintet.tasks.models.QueuedTask;
import io.quintet.tasks.models.ScheduleState;
import io.quintet.tasks.spi.Broker;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * The database broker on one kind of database: what every broker must do, and its part in
 * transactions.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class DatabaseBrokerContract extends BrokerContract {
  private final List<Long> ran = Collections.synchronizedList(new ArrayList<>());
  private final List<Boolean> inTransaction = Collections.synchronizedList(new ArrayList<>());
  private final Task<Long> task =
      Task.named(
          "sample.task",
          (Long number) -> {
            ran.add(number);
            inTransaction.add(Db.inTransaction());
          });

  private TestDatabase database;
  private SiteContext site;

  abstract TestDatabase open();

  /** Runs each test with the site bound and the tables empty. */
  @RegisterExtension
  final InvocationInterceptor binding =
      new InvocationInterceptor() {
        @Override
        public void interceptTestMethod(
            Invocation<Void> invocation,
            ReflectiveInvocationContext<Method> method,
            ExtensionContext context)
            throws Throwable {
          site.call(() -> {
            QueuedTask.objects.all().delete();
            ScheduleState.objects.all().delete();
            try {
              return invocation.proceed();
            } catch (Exception | Error e) {
              throw e;
            } catch (Throwable t) {
              throw new IllegalStateException(t);
            }
          });
        }
      };

  @BeforeAll
  final void openSite() {
    database = open();
    site = sample().build();
    TestSite.createTables(site);
  }

  private SiteContext.Builder sample() {
    return TestSite.with(
            new MovableClock("2026-03-01T12:00:00Z"), config -> config.add(Tasks.POINT, task))
        .apps(new OrmApp())
        .set(OrmSettings.DATABASE_URL, database.url());
  }

  @AfterAll
  final void closeSite() {
    site.close();
    database.close();
  }

  @Override
  final Broker broker() {
    return site.service(Tasks.BROKER);
  }

  @Override
  final <T> T inSite(Callable<T> work) throws Exception {
    return site.call(work);
  }

  @Test
  void theMigrationsMakeWhatTheModelsSay() {
    assertThat(Migrator.of(site).changedApps()).doesNotContain("tasks");
  }

  @Test
  void aTaskEnqueuedInATransactionIsThereWhenItCommits() throws Exception {
    UUID id =
        Db.atomic(() -> {
          UUID enqueued = task.enqueue(7L).id();
          assertThat(seenByOthers(enqueued)).isFalse();
          return enqueued;
        });

    assertThat(seenByOthers(id)).isTrue();
  }

  @Test
  void aTaskEnqueuedInATransactionThatIsRolledBackNeverWas() throws Exception {
    List<UUID> ids = new ArrayList<>();

    assertThatThrownBy(() ->
            Db.atomic(() -> {
              ids.add(task.enqueue(7L).id());
              throw new IllegalStateException("changed my mind");
            }))
        .hasMessage("changed my mind");

    assertThat(broker().find(ids.getFirst())).isEmpty();
    assertThat(TaskWorker.of(site).build().drain()).isZero();
  }

  @Test
  void aTaskOfAnInnerBlockThatFailedIsDroppedAlone() throws Exception {
    Db.atomic(() -> {
      task.enqueue(1L);
      assertThatThrownBy(() ->
              Db.atomic(() -> {
                task.enqueue(2L);
                throw new IllegalStateException();
              }))
          .isInstanceOf(IllegalStateException.class);
    });
    ran.clear();

    TaskWorker.of(site).build().drain();

    assertThat(ran).containsExactly(1L);
  }

  @Test
  void aTaskDoesNotRunInATransactionOfTheWorker() throws Exception {
    task.enqueue(7L);
    inTransaction.clear();

    TaskWorker.of(site).build().drain();

    assertThat(inTransaction).containsExactly(false);
  }

  @Test
  void waitingInsideTheTransactionThatEnqueuedIsRefused() throws Exception {
    Db.atomic(() -> {
      TaskHandle<?> handle = task.enqueue(7L);
      assertThatThrownBy(() -> handle.waitFor(Duration.ofSeconds(10)))
          .isInstanceOf(IllegalStateException.class)
          .hasMessage(
              "Task "
                  + handle.id()
                  + " is waited for inside a transaction, which the worker cannot see into; wait after Db.atomic has"
                  + " ended");
    });
  }

  @Test
  void aTestThatIsRolledBackCapturesWhatItsInnerTransactionsCommitAndRunsItThere()
      throws Exception {
    TaskCapture tasks = new TaskCapture();
    try (SiteContext captured = tasks.install(sample()).build()) {
      captured.call(() -> {
        Db.rolledBack(() -> {
          Db.atomic(() -> task.enqueue(1L));
          assertThatThrownBy(() ->
                  Db.atomic(() -> {
                    task.enqueue(2L);
                    throw new IllegalStateException();
                  }))
              .isInstanceOf(IllegalStateException.class);
          assertThat(tasks.arguments(task)).containsExactly(1L);

          inTransaction.clear();
          tasks.runAll(captured);
          assertThat(inTransaction).containsExactly(true);
        });
        return true;
      });
    }
  }

  @Test
  void tooFewConnectionsForTheTasksAreWarnedOf() {
    SiteContext.Builder greedy = sample().set(TasksSettings.CONCURRENCY, 20);
    try (SiteContext other = greedy.build()) {
      assertThat(TasksChecks.run(site)).isEmpty();
      assertThat(TasksChecks.run(other))
          .singleElement()
          .extracting(CheckMessage::id, CheckMessage::hint)
          .containsExactly(
              "tasks.W001",
              "Set orm.pool-size to 22 or more, or tasks.concurrency to 2 less than the pool.");
    }
  }

  @Test
  void theBackgroundWorkerHearsOfACommitAtOnce() throws Exception {
    try (TaskWorker worker = TaskWorker.start(site)) {
      TaskHandle<?> handle = Db.atomic(() -> task.enqueue(7L));
      assertThat(handle.waitFor(Duration.ofSeconds(10)).state()).isEqualTo(TaskState.SUCCESS);
      assertThat(worker.failed()).isZero();
    }
  }

  @Test
  void twoWorkersRunEachTaskOnce() throws Exception {
    ran.clear();
    for (long number = 0; number < 50; number++) {
      task.enqueue(number);
    }
    List<TaskWorker> workers =
        List.of(
            TaskWorker.of(site).concurrency(3).build(), TaskWorker.of(site).concurrency(3).build());

    List<Thread> threads =
        workers.stream().map(worker -> Thread.ofVirtual().start(() -> drain(worker))).toList();
    for (Thread thread : threads) {
      thread.join();
    }

    assertThat(ran).hasSize(50).doesNotHaveDuplicates();
    assertThat(broker().counts()).containsEntry(TaskState.SUCCESS, 50L);
  }

  @Test
  void textsThatPostgresqlRefusesDoNotKeepAFailureFromBeingRecorded() throws Exception {
    Task0 odd =
        Task.named(
            "odd",
            () -> {
              throw new IllegalStateException("a\0b");
            });
    try (SiteContext other =
        TestSite.with(
                new MovableClock("2026-03-01T12:00:00Z"), config -> config.add(Tasks.POINT, odd))
            .apps(new OrmApp())
            .set(OrmSettings.DATABASE_URL, database.url())
            .build()) {
      TaskHandle<?> handle = other.call(() -> odd.enqueue());
      TaskWorker.of(other).build().drain();
      assertThat(handle.result().failure())
          .hasValueSatisfying(f -> assertThat(f.message()).isEqualTo("a\uFFFDb"));
    }
  }

  /** What a worker with a connection of its own would see. */
  private boolean seenByOthers(UUID id) throws InterruptedException {
    List<Boolean> seen = new ArrayList<>();
    Thread other =
        Thread.ofVirtual().start(() -> site.run(() -> seen.add(broker().find(id).isPresent())));
    other.join();
    return seen.getFirst();
  }

  private static void drain(TaskWorker worker) {
    try {
      worker.drain();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
