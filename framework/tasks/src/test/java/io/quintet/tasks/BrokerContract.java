package io.quintet.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import io.quintet.tasks.spi.Broker;
import io.quintet.tasks.spi.Claim;
import io.quintet.tasks.spi.Delivery;
import io.quintet.tasks.spi.Failure;
import io.quintet.tasks.spi.Outcome;
import io.quintet.tasks.spi.TaskMessage;
import io.quintet.tasks.spi.TaskRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every broker must do. */
abstract class BrokerContract {
  static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  static final Duration LEASE = Duration.ofMinutes(1);
  private static final Failure FAILURE =
      new Failure("java.io.IOException", "connection refused", "trace");

  /** The broker under test, empty at the start of each test. */
  abstract Broker broker();

  /**
   * Does work as a process of its own would: with the site bound and a database connection of its
   * own.
   */
  <T> T inSite(Callable<T> work) throws Exception {
    return work.call();
  }

  @Test
  void aMessageIsHandedOutAsItWasSent() {
    TaskMessage message = message("a").build();
    broker().send(message);

    assertThat(take("w1", NOW)).containsExactly(new Delivery(message, "w1", 1, 0));
    assertThat(record(message).state()).isEqualTo(TaskState.STARTED);
    assertThat(record(message).started()).isEqualTo(NOW);
    assertThat(record(message).worker()).isEqualTo("w1");
  }

  @Test
  void aTaskIsHandedOutOnce() {
    broker().send(message("a").build());

    assertThat(take("w1", NOW)).hasSize(1);
    assertThat(take("w2", NOW)).isEmpty();
  }

  @Test
  void aTaskIsNotHandedOutBeforeItsTime() {
    broker().send(message("a").due(NOW.plusSeconds(60)).build());

    assertThat(take("w1", NOW.plusSeconds(59))).isEmpty();
    assertThat(take("w1", NOW.plusSeconds(60))).hasSize(1);
  }

  @Test
  void higherPrioritiesGoFirstThenTheLongestDue() {
    broker().send(message("late").due(NOW.minusSeconds(1)).build());
    broker().send(message("early").due(NOW.minusSeconds(9)).build());
    broker().send(message("low").priority(-5).due(NOW.minusSeconds(99)).build());
    broker().send(message("high").priority(5).build());

    assertThat(names(take("w1", NOW))).containsExactly("high", "early", "late", "low");
  }

  @Test
  void noMoreAreHandedOutThanAskedFor() {
    IntStream.range(0, 5)
        .forEach(i -> broker().send(message("task" + i).due(NOW.minusSeconds(9 - i)).build()));

    assertThat(names(broker().take(claim("w1", Set.of(), 2, NOW))))
        .containsExactly("task0", "task1");
    assertThat(broker().take(claim("w1", Set.of(), 10, NOW))).hasSize(3);
  }

  @Test
  void aWorkerGetsTasksOfItsQueuesOnly() {
    broker().send(message("a").queue("mail").build());
    broker().send(message("b").queue("images").build());
    broker().send(message("c").queue("default").build());

    assertThat(names(broker().take(claim("w1", Set.of("mail", "default"), 10, NOW))))
        .containsExactlyInAnyOrder("a", "c");
    assertThat(names(take("w1", NOW))).containsExactly("b");
  }

  @Test
  void aFinishedTaskKeepsItsResultAndIsNotHandedOutAgain() {
    TaskMessage message = send("a");
    Delivery delivery = take("w1", NOW).getFirst();

    assertThat(broker().settle(delivery, new Outcome.Success("[1,2]"), NOW.plusSeconds(3)))
        .isTrue();

    assertThat(take("w2", NOW.plus(Duration.ofDays(1)))).isEmpty();
    TaskRecord record = record(message);
    assertThat(record.state()).isEqualTo(TaskState.SUCCESS);
    assertThat(record.result()).isEqualTo("[1,2]");
    assertThat(record.finished()).isEqualTo(NOW.plusSeconds(3));
    assertThat(record.failure()).isNull();
  }

  @Test
  void aTaskToBeRetriedWaitsForItsNextAttempt() {
    TaskMessage message = send("a");
    broker()
        .settle(take("w1", NOW).getFirst(), new Outcome.Again(NOW.plusSeconds(30), FAILURE), NOW);

    assertThat(record(message).state()).isEqualTo(TaskState.RETRY);
    assertThat(record(message).failure()).isEqualTo(FAILURE);
    assertThat(take("w1", NOW.plusSeconds(29))).isEmpty();
    assertThat(take("w1", NOW.plusSeconds(30))).extracting(Delivery::attempt).containsExactly(2);
  }

  @Test
  void aDeadTaskIsKeptWithItsErrorAndCanBeQueuedAgain() {
    TaskMessage message = send("a");
    broker().settle(take("w1", NOW).getFirst(), new Outcome.Dead(FAILURE), NOW);

    assertThat(record(message).state()).isEqualTo(TaskState.FAILURE);
    assertThat(record(message).failure()).isEqualTo(FAILURE);
    assertThat(take("w1", NOW.plusSeconds(999))).isEmpty();
    assertThat(broker().requeue(message.id(), NOW.plusSeconds(10))).isTrue();
    assertThat(record(message).state()).isEqualTo(TaskState.PENDING);
    assertThat(take("w1", NOW.plusSeconds(10))).extracting(Delivery::attempt).containsExactly(1);
  }

  @Test
  void onlyFinishedTasksCanBeQueuedAgain() {
    TaskMessage message = send("a");

    assertThat(broker().requeue(message.id(), NOW)).isFalse();
    assertThat(broker().requeue(UUID.randomUUID(), NOW)).isFalse();
  }

  @Test
  void aReleasedTaskIsHandedOutAgainAndTheAttemptDoesNotCount() {
    TaskMessage message = send("a");
    broker().settle(take("w1", NOW).getFirst(), new Outcome.Released(), NOW);

    assertThat(record(message).state()).isEqualTo(TaskState.PENDING);
    assertThat(take("w2", NOW)).containsExactly(new Delivery(message, "w2", 1, 0));
  }

  @Test
  void theTaskOfADeadWorkerIsHandedOutAgainAfterItsLease() {
    TaskMessage message = send("a");
    take("dead", NOW);

    assertThat(take("w2", NOW.plus(LEASE).minusMillis(1))).isEmpty();
    assertThat(take("w2", NOW.plus(LEASE))).containsExactly(new Delivery(message, "w2", 2, 1));
  }

  @Test
  void aRenewedLeaseKeepsTheTask() {
    TaskMessage message = send("a");
    List<Delivery> held = take("w1", NOW);

    assertThat(broker().renew(held, NOW.plus(LEASE.multipliedBy(2)))).containsExactly(message.id());

    assertThat(take("w2", NOW.plus(LEASE))).isEmpty();
    assertThat(take("w2", NOW.plus(LEASE.multipliedBy(2)))).hasSize(1);
  }

  @Test
  void aWorkerThatLostItsLeaseCanNeitherRenewNorSettle() {
    TaskMessage message = send("a");
    Delivery lost = take("w1", NOW).getFirst();
    Delivery current = take("w2", NOW.plus(LEASE)).getFirst();

    assertThat(broker().renew(List.of(lost), NOW.plus(LEASE.multipliedBy(3)))).isEmpty();
    assertThat(broker().settle(lost, new Outcome.Success(null), NOW.plus(LEASE))).isFalse();
    assertThat(record(message).state()).isEqualTo(TaskState.STARTED);
    assertThat(broker().settle(current, new Outcome.Success(null), NOW.plus(LEASE))).isTrue();
  }

  @Test
  void tasksAreCountedAndListedByState() {
    send("a");
    TaskMessage second = send("b");
    broker()
        .settle(
            broker().take(claim("w1", Set.of(), 1, NOW)).getFirst(),
            new Outcome.Success(null),
            NOW);

    assertThat(broker().counts().getOrDefault(TaskState.PENDING, 0L)).isEqualTo(1);
    assertThat(broker().counts().getOrDefault(TaskState.SUCCESS, 0L)).isEqualTo(1);
    assertThat(broker().counts().getOrDefault(TaskState.FAILURE, 0L)).isZero();
    assertThat(broker().list(Set.of(TaskState.PENDING), 10))
        .extracting(TaskRecord::message)
        .containsExactly(second);
    assertThat(broker().list(EnumSet.allOf(TaskState.class), 1)).hasSize(1);
  }

  @Test
  void finishedTasksOfSomeAgeAreForgotten() {
    TaskMessage old = send("a");
    broker().settle(take("w1", NOW).getFirst(), new Outcome.Success(null), NOW.minusSeconds(60));
    TaskMessage recent = send("b");
    broker().settle(take("w1", NOW).getFirst(), new Outcome.Success(null), NOW);
    TaskMessage dead = send("c");
    broker().settle(take("w1", NOW).getFirst(), new Outcome.Dead(FAILURE), NOW.minusSeconds(60));
    TaskMessage waiting = send("d");

    assertThat(broker().purge(Set.of(TaskState.SUCCESS), NOW.minusSeconds(30))).isEqualTo(1);

    assertThat(broker().find(old.id())).isEmpty();
    assertThat(List.of(recent, dead, waiting))
        .allMatch(message -> broker().find(message.id()).isPresent());
  }

  @Test
  void anUnknownIdIsNotFound() {
    assertThat(broker().find(UUID.randomUUID())).isEmpty();
  }

  @Test
  void aTickOfAScheduleIsSentOnce() {
    Instant tick = NOW.plusSeconds(60);
    assertThat(broker().lastTick("nightly", "cron 0 3 * * *", NOW)).isEqualTo(NOW);

    assertThat(broker().advance("nightly", NOW, tick, message("a").build())).isTrue();
    assertThat(broker().advance("nightly", NOW, tick, message("a").build())).isFalse();

    assertThat(take("w1", NOW)).hasSize(1);
    assertThat(broker().lastTick("nightly", "cron 0 3 * * *", tick.plusSeconds(99)))
        .isEqualTo(tick);
  }

  @Test
  void aScheduleWhoseTimesChangedStartsAnew() {
    broker().lastTick("nightly", "cron 0 3 * * *", NOW);

    assertThat(broker().lastTick("nightly", "cron 0 4 * * *", NOW.plusSeconds(5)))
        .isEqualTo(NOW.plusSeconds(5));
  }

  @Test
  void manyWorkersAtOnceNeverGetTheSameTask() throws Exception {
    int tasks = 40;
    inSite(() -> {
      IntStream.range(0, tasks).forEach(i -> send("task" + i));
      return true;
    });
    ConcurrentLinkedQueue<UUID> taken = new ConcurrentLinkedQueue<>();
    ConcurrentLinkedQueue<Throwable> problems = new ConcurrentLinkedQueue<>();
    CountDownLatch start = new CountDownLatch(1);
    List<Thread> workers =
        IntStream.range(0, 4)
            .mapToObj(number ->
                Thread.ofVirtual()
                    .start(() -> {
                      try {
                        start.await();
                        inSite(() -> {
                          while (true) {
                            List<Delivery> got =
                                broker().take(claim("w" + number, Set.of(), 3, NOW));
                            if (got.isEmpty()) {
                              return true;
                            }
                            got.forEach(delivery -> taken.add(delivery.message().id()));
                          }
                        });
                      } catch (Exception e) {
                        problems.add(e);
                      }
                    }))
            .toList();

    start.countDown();
    for (Thread worker : workers) {
      worker.join();
    }

    assertThat(problems).isEmpty();
    assertThat(taken).hasSize(tasks).doesNotHaveDuplicates();
  }

  @Test
  void ofManyWorkersAtOnceOneSendsTheTick() throws Exception {
    Instant tick = NOW.plusSeconds(60);
    inSite(() -> broker().lastTick("nightly", "cron 0 3 * * *", NOW));
    List<Boolean> sent = Collections.synchronizedList(new java.util.ArrayList<>());
    CountDownLatch start = new CountDownLatch(1);
    List<Thread> workers =
        IntStream.range(0, 4)
            .mapToObj(number ->
                Thread.ofVirtual()
                    .start(() -> {
                      try {
                        start.await();
                        sent.add(
                            inSite(() ->
                                broker().advance("nightly", NOW, tick, message("a").build())));
                      } catch (Exception e) {
                        throw new IllegalStateException(e);
                      }
                    }))
            .toList();

    start.countDown();
    for (Thread worker : workers) {
      worker.join();
    }

    assertThat(sent).containsExactlyInAnyOrder(true, false, false, false);
    assertThat(inSite(() -> take("w1", NOW))).hasSize(1);
  }

  final TaskMessage send(String name) {
    TaskMessage message = message(name).build();
    broker().send(message);
    return message;
  }

  final List<Delivery> take(String worker, Instant now) {
    return broker().take(claim(worker, Set.of(), 100, now));
  }

  static Claim claim(String worker, Set<String> queues, int limit, Instant now) {
    return new Claim(worker, queues, limit, now, now.plus(LEASE));
  }

  static MessageBuilder message(String name) {
    return new MessageBuilder(name, "default", 0, NOW);
  }

  private TaskRecord record(TaskMessage message) {
    return broker().find(message.id()).orElseThrow();
  }

  private static List<String> names(List<Delivery> deliveries) {
    return deliveries.stream().map(delivery -> delivery.message().task()).toList();
  }

  record MessageBuilder(String name, String queue, int priority, Instant due) {
    MessageBuilder queue(String other) {
      return new MessageBuilder(name, other, priority, due);
    }

    MessageBuilder priority(int other) {
      return new MessageBuilder(name, queue, other, due);
    }

    MessageBuilder due(Instant other) {
      return new MessageBuilder(name, queue, priority, other);
    }

    TaskMessage build() {
      return new TaskMessage(UUID.randomUUID(), name, "[7]", queue, priority, NOW, due);
    }
  }
}
