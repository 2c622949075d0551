package io.quintet.tasks.brokers;

import io.quintet.tasks.TaskState;
import io.quintet.tasks.spi.Broker;
import io.quintet.tasks.spi.Claim;
import io.quintet.tasks.spi.Delivery;
import io.quintet.tasks.spi.Failure;
import io.quintet.tasks.spi.Outcome;
import io.quintet.tasks.spi.TaskMessage;
import io.quintet.tasks.spi.TaskRecord;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A broker in the memory of the process: for tests, and for work that may be lost at exit. */
public final class MemoryBroker implements Broker {
  private final Map<UUID, Entry> entries = new LinkedHashMap<>();
  private final Map<String, Tick> ticks = new HashMap<>();

  private record Tick(String specification, Instant time) {}

  /** A task with what changes; guarded by the broker's monitor. */
  private static final class Entry {
    private final TaskMessage message;
    private TaskState state = TaskState.PENDING;
    private int attempts;
    private int crashes;
    private @Nullable Instant due;
    private @Nullable Instant started;
    private @Nullable Instant finished;
    private @Nullable String worker;
    private @Nullable String result;
    private @Nullable Failure failure;

    Entry(TaskMessage message) {
      this.message = message;
      this.due = message.due();
    }

    boolean isDue(Instant now) {
      return due != null && !due.isAfter(now);
    }

    Instant dueOrMax() {
      return due == null ? Instant.MAX : due;
    }

    boolean heldBy(Delivery delivery) {
      return state == TaskState.STARTED
          && attempts == delivery.attempt()
          && delivery.worker().equals(worker);
    }

    Delivery take(Claim claim) {
      if (state == TaskState.STARTED) {
        crashes++;
      }
      state = TaskState.STARTED;
      attempts++;
      worker = claim.worker();
      started = claim.now();
      due = claim.leaseEnd();
      return new Delivery(message, claim.worker(), attempts, crashes);
    }

    void settle(Outcome outcome, Instant now) {
      switch (outcome) {
        case Outcome.Success success -> {
          finish(TaskState.SUCCESS, now);
          result = success.result();
        }
        case Outcome.Again again -> {
          state = TaskState.RETRY;
          due = again.due();
          failure = again.failure();
        }
        case Outcome.Dead dead -> {
          finish(TaskState.FAILURE, now);
          failure = dead.failure();
        }
        case Outcome.Released() -> {
          state = failure == null ? TaskState.PENDING : TaskState.RETRY;
          due = now;
          attempts--;
        }
      }
    }

    private void finish(TaskState end, Instant now) {
      state = end;
      due = null;
      finished = now;
    }

    void requeue(Instant now) {
      state = TaskState.PENDING;
      due = now;
      attempts = 0;
      crashes = 0;
      finished = null;
      result = null;
    }

    TaskRecord record() {
      return new TaskRecord(
          message, state, attempts, crashes, started, finished, worker, result, failure);
    }
  }

  @Override
  public synchronized void send(TaskMessage message) {
    entries.put(message.id(), new Entry(message));
  }

  @Override
  public synchronized List<Delivery> take(Claim claim) {
    return entries.values().stream()
        .filter(entry -> entry.isDue(claim.now()) && claim.serves(entry.message.queue()))
        .sorted(
            Comparator.comparingInt((Entry entry) -> -entry.message.priority())
                .thenComparing(Entry::dueOrMax))
        .limit(claim.limit())
        .toList()
        .stream()
        .map(entry -> entry.take(claim))
        .toList();
  }

  /**
   * Takes one task whether or not it is due, for good; empty if it is unknown, finished or taken.
   */
  public synchronized Optional<Delivery> claim(UUID id, Claim claim) {
    Entry entry = entries.get(id);
    return entry == null || entry.state == TaskState.STARTED || entry.state.isFinished()
        ? Optional.empty()
        : Optional.of(entry.take(claim));
  }

  /** Forgets everything. */
  public synchronized void clear() {
    entries.clear();
    ticks.clear();
  }

  @Override
  public synchronized Set<UUID> renew(Collection<Delivery> held, Instant leaseEnd) {
    Set<UUID> renewed = new HashSet<>();
    for (Delivery delivery : held) {
      Entry entry = entries.get(delivery.message().id());
      if (entry != null && entry.heldBy(delivery)) {
        entry.due = leaseEnd;
        renewed.add(delivery.message().id());
      }
    }
    return renewed;
  }

  @Override
  public synchronized boolean settle(Delivery delivery, Outcome outcome, Instant now) {
    Entry entry = entries.get(delivery.message().id());
    if (entry == null || !entry.heldBy(delivery)) {
      return false;
    }
    entry.settle(outcome, now);
    return true;
  }

  @Override
  public synchronized Optional<TaskRecord> find(UUID id) {
    return Optional.ofNullable(entries.get(id)).map(Entry::record);
  }

  @Override
  public synchronized List<TaskRecord> list(Set<TaskState> states, int limit) {
    return entries.values().stream()
        .filter(entry -> states.contains(entry.state))
        .toList()
        .reversed()
        .stream()
        .limit(limit)
        .map(Entry::record)
        .toList();
  }

  @Override
  public synchronized Map<TaskState, Long> counts() {
    Map<TaskState, Long> counts = new EnumMap<>(TaskState.class);
    entries.values().forEach(entry -> counts.merge(entry.state, 1L, Long::sum));
    return counts;
  }

  @Override
  public synchronized boolean requeue(UUID id, Instant now) {
    Entry entry = entries.get(id);
    if (entry == null || !entry.state.isFinished()) {
      return false;
    }
    entry.requeue(now);
    return true;
  }

  @Override
  public synchronized int purge(Set<TaskState> states, Instant finishedBefore) {
    int before = entries.size();
    entries
        .values()
        .removeIf(entry ->
            states.contains(entry.state)
                && entry.finished != null
                && entry.finished.isBefore(finishedBefore));
    return before - entries.size();
  }

  @Override
  public synchronized Instant lastTick(String schedule, String specification, Instant now) {
    Tick tick = ticks.get(schedule);
    if (tick == null || !tick.specification().equals(specification)) {
      tick = new Tick(specification, now);
      ticks.put(schedule, tick);
    }
    return tick.time();
  }

  @Override
  public synchronized boolean advance(
      String schedule, Instant from, Instant tick, TaskMessage message) {
    Tick current = ticks.get(schedule);
    if (current == null || !current.time().equals(from)) {
      return false;
    }
    ticks.put(schedule, new Tick(current.specification(), tick));
    send(message);
    return true;
  }

  @Override
  public void close() {}
}
