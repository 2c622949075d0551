package io.quintet.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import io.quintet.core.SiteContext;
import io.quintet.tasks.spi.Broker;
import io.quintet.tasks.spi.Claim;
import io.quintet.tasks.spi.Failure;
import io.quintet.tasks.spi.TaskMessage;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The worker over a broker in memory, with a clock that only the test moves. */
class TaskWorkerTest {
  private static final Duration SOON = Duration.ofSeconds(10);

  private final MovableClock clock = new MovableClock("2026-03-01T12:00:00Z");
  private final List<Instant> attempts = Collections.synchronizedList(new ArrayList<>());
  private final List<Object> events = Collections.synchronizedList(new ArrayList<>());

  private final Semaphore entered = new Semaphore(0);
  private final CountDownLatch gate = new CountDownLatch(1);

  private final Task0 fine = Task.named("fine", () -> attempts.add(clock.instant()));
  private final Task0 failing =
      Task.named("failing", this::fail).retry(Retry.exponential(4).jitter(0));
  private final Task0 stubborn = Task.named("stubborn", this::fail);
  private final Task0 later =
      Task.named("later", this::later)
          .retry(Retry.fixed(3, Duration.ofSeconds(1)).onlyIf(IOException.class::isInstance));
  private final Task0 laterWithoutPolicy = Task.named("later-without-policy", this::later);
  private final Task0 blocking =
      Task.named("blocking", this::block).timeLimit(Duration.ofMinutes(1));
  private final Task0 self =
      Task.named("self", () -> attempts.add(Instant.ofEpochSecond(TaskRun.current().attempt())));
  private final Task0 chained = Task.named("chained", () -> fine.enqueue());

  private final SiteContext site =
      TestSite.inMemory(
          clock,
          config -> {
            for (TaskDefinition task :
                List.of(
                    fine, failing, stubborn, later, laterWithoutPolicy, blocking, self, chained)) {
              config.add(Tasks.POINT, task);
            }
            config.receive(TaskSignals.TASK_STARTED, events::add);
            config.receive(TaskSignals.TASK_SUCCEEDED, events::add);
            config.receive(TaskSignals.TASK_FAILED, events::add);
          });

  private void fail() {
    attempts.add(clock.instant());
    throw new IllegalStateException("no luck");
  }

  private void later() {
    attempts.add(clock.instant());
    throw new RetryLater(Duration.ofMinutes(10), "not settled");
  }

  private void block() throws InterruptedException {
    entered.release();
    gate.await();
  }

  @AfterEach
  void closeSite() {
    gate.countDown();
    site.close();
  }

  @Test
  void runsWhatIsDueAndWhatThatEnqueues() throws Exception {
    TaskHandle<?> handle = enqueue(chained);
    site.call(() -> fine.enqueueAfter(Duration.ofHours(1)));

    assertThat(worker().drain()).isEqualTo(2);

    assertThat(state(handle)).isEqualTo(TaskState.SUCCESS);
    assertThat(attempts).hasSize(1);
  }

  @Test
  void aFailingTaskIsRunAgainWithGrowingPausesAndThenIsDead() throws Exception {
    Instant start = clock.instant();
    TaskHandle<?> handle = enqueue(failing);

    runFor(Duration.ofMinutes(5));

    assertThat(attempts)
        .containsExactly(start, start.plusSeconds(5), start.plusSeconds(15), start.plusSeconds(35));
    site.run(() -> {
      TaskResult<?> result = handle.result();
      assertThat(result.state()).isEqualTo(TaskState.FAILURE);
      assertThat(result.attempts()).isEqualTo(4);
      assertThat(result.failure()).map(Failure::type).contains("java.lang.IllegalStateException");
      assertThat(result.failure()).map(Failure::message).contains("no luck");
      assertThat(result.failure())
          .map(Failure::trace)
          .hasValueSatisfying(t -> assertThat(t).contains("TaskWorkerTest"));
    });
  }

  @Test
  void aTaskWithoutARetryPolicyIsDeadAtOnce() throws Exception {
    TaskHandle<?> handle = enqueue(stubborn);

    runFor(Duration.ofMinutes(5));

    assertThat(attempts).hasSize(1);
    assertThat(state(handle)).isEqualTo(TaskState.FAILURE);
  }

  @Test
  void aTaskThatAsksForLaterIsRunThen() throws Exception {
    Instant start = clock.instant();
    TaskHandle<?> handle = enqueue(later);
    worker().drain();
    assertThat(state(handle)).isEqualTo(TaskState.RETRY);

    runFor(Duration.ofHours(1));

    assertThat(attempts).containsExactly(start, start.plusSeconds(600), start.plusSeconds(1200));
    assertThat(state(handle)).isEqualTo(TaskState.FAILURE);
  }

  @Test
  void askingForLaterWithoutARetryPolicyIsExplained() throws Exception {
    TaskHandle<?> handle = enqueue(laterWithoutPolicy);

    worker().drain();

    assertThat(failure(handle).message())
        .isEqualTo(
            "Task \"later-without-policy\" threw RetryLater but has no retry policy; add .retry(Retry.fixed(...))");
  }

  @Test
  void aTaskCanSeeWhichAttemptItIs() throws Exception {
    enqueue(self);

    worker().drain();

    assertThat(attempts).containsExactly(Instant.ofEpochSecond(1));
  }

  @Test
  void aTaskUnknownToTheWorkerFailsAndNamesThoseThatAreKnown() throws Exception {
    UUID id = UUID.randomUUID();
    broker()
        .send(new TaskMessage(id, "gone", "[]", "default", 0, clock.instant(), clock.instant()));

    worker().drain();

    assertThat(failure(fine.handle(id)).message())
        .startsWith("Task \"gone\" is not registered")
        .endsWith(
            "Registered are blocking, chained, failing, fine, later, later-without-policy, self, stubborn");
  }

  @Test
  void argumentsThatDoNotFitFailOnceAndAreNotPrinted() throws Exception {
    UUID id = UUID.randomUUID();
    broker()
        .send(
            new TaskMessage(
                id, "failing", "[\"secret\"]", "default", 0, clock.instant(), clock.instant()));

    runFor(Duration.ofMinutes(5));

    assertThat(failure(fine.handle(id)).message())
        .isEqualTo("Cannot read the arguments of task \"failing\": expected 0 but found 1");
  }

  @Test
  void signalsTellOfEachAttempt() throws Exception {
    enqueue(failing);

    runFor(Duration.ofMinutes(5));

    assertThat(events).filteredOn(TaskSignals.TaskStarted.class::isInstance).hasSize(4);
    assertThat(events)
        .filteredOn(TaskSignals.TaskFailure.class::isInstance)
        .extracting(event -> ((TaskSignals.TaskFailure) event).last())
        .containsExactly(false, false, false, true);
  }

  @Test
  void noMoreTasksRunAtOnceThanAllowed() throws Exception {
    AtomicInteger now = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    Task0 counted =
        Task.named(
            "counted",
            () -> {
              most.accumulateAndGet(now.incrementAndGet(), Math::max);
              Thread.yield();
              now.decrementAndGet();
            });
    try (SiteContext other = TestSite.inMemory(clock, config -> config.add(Tasks.POINT, counted))) {
      for (int i = 0; i < 200; i++) {
        other.call(counted::enqueue);
      }
      assertThat(TaskWorker.of(other).concurrency(3).build().drain()).isEqualTo(200);
    }
    assertThat(most.get()).isBetween(1, 3);
  }

  @Test
  void onceRunsOneTask() throws Exception {
    enqueue(fine);
    enqueue(fine);

    assertThat(worker().drain(1)).isEqualTo(1);

    assertThat(attempts).hasSize(1);
  }

  @Test
  void aWorkerInTheBackgroundRunsATaskAsSoonAsItIsEnqueued() throws Exception {
    try (TaskWorker worker = TaskWorker.start(site)) {
      TaskHandle<?> handle = enqueue(fine);
      assertThat(site.call(() -> handle.waitFor(SOON)).state()).isEqualTo(TaskState.SUCCESS);
      assertThat(worker.failed()).isZero();
    }
  }

  @Nested
  class TimeLimits {
    @Test
    void aTaskThatRunsTooLongIsInterruptedAndHasFailed() throws Exception {
      TaskHandle<?> handle = enqueue(blocking);
      try (TaskWorker worker = TaskWorker.of(site).start()) {
        awaitEntered();
        worker.beatOnce();
        assertThat(state(handle)).isEqualTo(TaskState.STARTED);

        clock.advance(Duration.ofSeconds(61));
        worker.beatOnce();

        assertThat(site.call(() -> handle.waitFor(SOON)).state()).isEqualTo(TaskState.FAILURE);
        assertThat(failure(handle).message())
            .isEqualTo("Task \"blocking\" ran longer than its time limit of PT1M");
      }
    }
  }

  @Nested
  class Leases {
    @Test
    void theTaskOfAKilledWorkerIsRunByAnotherAfterItsLease() throws Exception {
      TaskHandle<?> handle = enqueue(fine);
      takeAndVanish();
      worker().drain();
      assertThat(state(handle)).isEqualTo(TaskState.STARTED);

      clock.advance(Duration.ofSeconds(61));
      worker().drain();

      assertThat(state(handle)).isEqualTo(TaskState.SUCCESS);
      assertThat(attempts).hasSize(1);
    }

    @Test
    void aCrashIsNotAFailureOfTheTask() throws Exception {
      TaskHandle<?> handle = enqueue(stubborn);
      takeAndVanish();
      clock.advance(Duration.ofSeconds(61));

      worker().drain();

      assertThat(failure(handle).message()).isEqualTo("no luck");
    }

    @Test
    void aTaskThatKillsItsWorkersIsGivenUp() throws Exception {
      TaskHandle<?> handle = enqueue(fine);
      for (int i = 0; i < 3; i++) {
        takeAndVanish();
        clock.advance(Duration.ofSeconds(61));
      }

      worker().drain();

      assertThat(attempts).isEmpty();
      assertThat(failure(handle).message())
          .isEqualTo(
              "Task \"fine\" is given up: 3 workers died or lost their lease while they ran it (setting tasks.max-crashes)");
    }

    @Test
    void aRunningTaskIsKeptByItsHeartbeat() throws Exception {
      TaskHandle<?> handle = enqueue(blocking.timeLimit(Duration.ofHours(1)));
      try (TaskWorker worker = TaskWorker.of(site).start()) {
        awaitEntered();
        for (int i = 0; i < 2; i++) {
          clock.advance(Duration.ofSeconds(29));
          worker.beatOnce();
        }
        clock.advance(Duration.ofSeconds(29));

        assertThat(broker().take(new Claim("other", Set.of(), 1, clock.instant(), Instant.MAX)))
            .isEmpty();

        gate.countDown();
        assertThat(site.call(() -> handle.waitFor(SOON)).attempts()).isEqualTo(1);
      }
    }

    @Test
    void aWorkerThatLostItsLeaseInterruptsTheTaskAndLeavesItToTheOther() throws Exception {
      TaskHandle<?> handle = enqueue(blocking);
      try (TaskWorker worker = TaskWorker.of(site).start()) {
        awaitEntered();
        clock.advance(Duration.ofSeconds(60));
        broker().take(new Claim("other", Set.of(), 1, clock.instant(), Instant.MAX));

        worker.beatOnce();
        while (worker.running() > 0) {
          Thread.onSpinWait();
        }

        assertThat(state(handle)).isEqualTo(TaskState.STARTED);
        assertThat(broker().find(handle.id()).orElseThrow().worker()).isEqualTo("other");
      }
    }

    private void takeAndVanish() {
      Instant now = clock.instant();
      assertThat(broker().take(new Claim("killed", Set.of(), 1, now, now.plusSeconds(60))))
          .hasSize(1);
    }
  }

  @Nested
  class Stopping {
    @Test
    void runningTasksMayFinishAndNoOthersAreTaken() throws Exception {
      TaskHandle<?> running = enqueue(blocking);
      TaskWorker worker = TaskWorker.of(site).concurrency(1).start();
      awaitEntered();
      TaskHandle<?> waiting = enqueue(fine);

      worker.stop();
      gate.countDown();
      worker.close();

      assertThat(state(running)).isEqualTo(TaskState.SUCCESS);
      assertThat(state(waiting)).isEqualTo(TaskState.PENDING);
    }

    @Test
    void aTaskThatDoesNotFinishInTimeIsInterruptedAndGivenBack() throws Exception {
      Task0 endless =
          Task.named(
              "endless",
              () -> {
                entered.release();
                gate.await();
              });
      try (SiteContext hasty =
          TestSite.with(clock, config -> config.add(Tasks.POINT, endless))
              .set(TasksSettings.BROKER, "memory")
              .set(TasksSettings.STOP_GRACE, Duration.ZERO)
              .build()) {
        TaskHandle<?> handle = hasty.call(() -> endless.enqueue());
        TaskWorker worker = TaskWorker.of(hasty).start();
        awaitEntered();

        worker.close();

        hasty.run(() -> {
          assertThat(handle.state()).isEqualTo(TaskState.PENDING);
          assertThat(handle.result().attempts()).isZero();
        });
      }
    }
  }

  private TaskWorker worker() {
    return TaskWorker.of(site).build();
  }

  private Broker broker() {
    return site.service(Tasks.BROKER);
  }

  private TaskHandle<?> enqueue(Task0 task) throws Exception {
    return site.call(() -> task.enqueue());
  }

  private TaskState state(TaskHandle<?> handle) throws Exception {
    return site.call(handle::state);
  }

  private Failure failure(TaskHandle<?> handle) throws Exception {
    return site.call(() -> handle.result().failure().orElseThrow());
  }

  /** Lets time pass second by second with a worker at work. */
  private void runFor(Duration time) throws InterruptedException {
    for (long second = 0; second <= time.toSeconds(); second++) {
      worker().drain();
      clock.advance(Duration.ofSeconds(1));
    }
  }

  private void awaitEntered() throws InterruptedException {
    assertThat(entered.tryAcquire(SOON.toSeconds(), TimeUnit.SECONDS)).isTrue();
  }
}
