package io.quintet.tasks.brokers;

import static io.quintet.tasks.models.QQueuedTask.queuedTask;

import io.quintet.orm.Db;
import io.quintet.orm.QuerySet;
import io.quintet.orm.expr.Condition;
import io.quintet.tasks.TaskState;
import io.quintet.tasks.models.QueuedTask;
import io.quintet.tasks.spi.Broker;
import io.quintet.tasks.spi.Claim;
import io.quintet.tasks.spi.Delivery;
import io.quintet.tasks.spi.Outcome;
import io.quintet.tasks.spi.TaskMessage;
import io.quintet.tasks.spi.TaskRecord;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * A broker in the site's default database: a row a task. What is enqueued in a transaction is there
 * when it commits.
 *
 * <p>A worker may take a row whose {@code due} has come. On PostgreSQL it locks the rows it is
 * about to take and skips those that another worker has locked; on SQLite there is one writer at a
 * time.
 */
public final class DatabaseBroker implements Broker {

  @Override
  public boolean isTransactional() {
    return true;
  }

  @Override
  public void send(TaskMessage message) {
    TaskRows.of(message).save();
  }

  @Override
  public List<Delivery> take(Claim claim) {
    return due(claim).exists() ? Db.atomic(() -> lockAndTake(claim)) : List.of();
  }

  private static QuerySet<QueuedTask> due(Claim claim) {
    QuerySet<QueuedTask> due = QueuedTask.objects.filter(queuedTask.due.le(claim.now()));
    return claim.queues().isEmpty() ? due : due.filter(queuedTask.queue.in(claim.queues()));
  }

  private static List<Delivery> lockAndTake(Claim claim) {
    List<QueuedTask> rows = DueRows.lock(claim);
    for (QueuedTask row : rows) {
      row.crashes += row.state == TaskState.STARTED ? 1 : 0;
      row.attempts++;
      row.state = TaskState.STARTED;
      row.worker = claim.worker();
      row.started = claim.now();
      row.due = claim.leaseEnd();
      row.save();
    }
    return rows.stream()
        .map(row -> new Delivery(TaskRows.message(row), claim.worker(), row.attempts, row.crashes))
        .toList();
  }

  @Override
  public Set<UUID> renew(Collection<Delivery> held, Instant leaseEnd) {
    Set<UUID> renewed = new HashSet<>();
    for (Delivery delivery : held) {
      if (held(delivery).update(queuedTask.due.set(leaseEnd)) > 0) {
        renewed.add(delivery.message().id());
      }
    }
    return renewed;
  }

  @Override
  public boolean settle(Delivery delivery, Outcome outcome, Instant now) {
    QuerySet<QueuedTask> held = held(delivery);
    return switch (outcome) {
      case Outcome.Success success ->
          held.update(
                  queuedTask.state.set(TaskState.SUCCESS),
                  queuedTask.due.set((Instant) null),
                  queuedTask.finished.set(now),
                  queuedTask.result.set(success.result()))
              > 0;
      case Outcome.Again again ->
          held.update(
                  queuedTask.state.set(TaskState.RETRY),
                  queuedTask.due.set(again.due()),
                  queuedTask.errorType.set(again.failure().type()),
                  queuedTask.errorMessage.set(again.failure().message()),
                  queuedTask.errorTrace.set(again.failure().trace()))
              > 0;
      case Outcome.Dead dead ->
          held.update(
                  queuedTask.state.set(TaskState.FAILURE),
                  queuedTask.due.set((Instant) null),
                  queuedTask.finished.set(now),
                  queuedTask.errorType.set(dead.failure().type()),
                  queuedTask.errorMessage.set(dead.failure().message()),
                  queuedTask.errorTrace.set(dead.failure().trace()))
              > 0;
      case Outcome.Released() ->
          release(held, queuedTask.errorType.isNull(), TaskState.PENDING, now)
              || release(held, queuedTask.errorType.isNotNull(), TaskState.RETRY, now);
    };
  }

  private static boolean release(
      QuerySet<QueuedTask> held, Condition<QueuedTask> history, TaskState state, Instant now) {
    return held.filter(history)
            .update(
                queuedTask.state.set(state),
                queuedTask.due.set(now),
                queuedTask.attempts.set(queuedTask.attempts.minus(1)))
        > 0;
  }

  private static QuerySet<QueuedTask> held(Delivery delivery) {
    return QueuedTask.objects.filter(
        queuedTask.uid.eq(delivery.message().id()),
        queuedTask.state.eq(TaskState.STARTED),
        queuedTask.worker.eq(delivery.worker()),
        queuedTask.attempts.eq(delivery.attempt()));
  }

  @Override
  public Optional<TaskRecord> find(UUID id) {
    return QueuedTask.objects.filter(queuedTask.uid.eq(id)).first().map(TaskRows::record);
  }

  @Override
  public List<TaskRecord> list(Set<TaskState> states, int limit) {
    return QueuedTask.objects
        .filter(queuedTask.state.in(states))
        .orderBy(queuedTask.id.desc())
        .limit(limit)
        .list()
        .stream()
        .map(TaskRows::record)
        .toList();
  }

  @Override
  public Map<TaskState, Long> counts() {
    Map<TaskState, Long> counts = new EnumMap<>(TaskState.class);
    for (TaskState state : TaskState.values()) {
      counts.put(state, QueuedTask.objects.filter(queuedTask.state.eq(state)).count());
    }
    return counts;
  }

  @Override
  public boolean requeue(UUID id, Instant now) {
    return QueuedTask.objects
            .filter(
                queuedTask.uid.eq(id), queuedTask.state.in(TaskState.SUCCESS, TaskState.FAILURE))
            .update(
                queuedTask.state.set(TaskState.PENDING),
                queuedTask.due.set(now),
                queuedTask.attempts.set(0),
                queuedTask.crashes.set(0),
                queuedTask.finished.set((Instant) null),
                queuedTask.result.set((String) null))
        > 0;
  }

  @Override
  public int purge(Set<TaskState> states, Instant finishedBefore) {
    return Math.toIntExact(
        QueuedTask.objects
            .filter(queuedTask.state.in(states), queuedTask.finished.lt(finishedBefore))
            .delete());
  }

  @Override
  public Instant lastTick(String schedule, String specification, Instant now) {
    return ScheduleRows.lastTick(schedule, specification, now);
  }

  @Override
  public boolean advance(String schedule, Instant from, Instant tick, TaskMessage message) {
    return Db.atomic(() -> {
      boolean moved = ScheduleRows.advance(schedule, from, tick);
      if (moved) {
        send(message);
      }
      return moved;
    });
  }

  /** The connections are the site's. */
  @Override
  public void close() {}
}
