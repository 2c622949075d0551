package io.quintet.tasks;

import io.quintet.core.SiteContext;
import io.quintet.tasks.brokers.MemoryBroker;
import io.quintet.tasks.spi.Broker;
import io.quintet.tasks.spi.Claim;
import io.quintet.tasks.spi.Delivery;
import io.quintet.tasks.spi.Outcome;
import io.quintet.tasks.spi.TaskMessage;
import io.quintet.tasks.spi.TaskRecord;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Runs each task when it is sent, in the thread that sends it, whatever its time. A failure is
 * recorded and logged and does not reach the caller, who would not see one of a worker either.
 */
final class ImmediateBroker implements Broker {
  private final MemoryBroker memory = new MemoryBroker();
  private final InlineRunner runner;

  ImmediateBroker(SiteContext site) {
    this.runner = new InlineRunner(site, memory);
  }

  @Override
  public void send(TaskMessage message) {
    memory.send(message);
    runner.run(message.id());
  }

  @Override
  public List<Delivery> take(Claim claim) {
    return memory.take(claim);
  }

  @Override
  public Set<UUID> renew(Collection<Delivery> held, Instant leaseEnd) {
    return memory.renew(held, leaseEnd);
  }

  @Override
  public boolean settle(Delivery delivery, Outcome outcome, Instant now) {
    return memory.settle(delivery, outcome, now);
  }

  @Override
  public Optional<TaskRecord> find(UUID id) {
    return memory.find(id);
  }

  @Override
  public List<TaskRecord> list(Set<TaskState> states, int limit) {
    return memory.list(states, limit);
  }

  @Override
  public Map<TaskState, Long> counts() {
    return memory.counts();
  }

  @Override
  public boolean requeue(UUID id, Instant now) {
    return memory.requeue(id, now) && runner.run(id).isPresent();
  }

  @Override
  public int purge(Set<TaskState> states, Instant finishedBefore) {
    return memory.purge(states, finishedBefore);
  }

  @Override
  public Instant lastTick(String schedule, String specification, Instant now) {
    return memory.lastTick(schedule, specification, now);
  }

  @Override
  public boolean advance(String schedule, Instant from, Instant tick, TaskMessage message) {
    boolean advanced = memory.advance(schedule, from, tick, message);
    if (advanced) {
      runner.run(message.id());
    }
    return advanced;
  }

  @Override
  public void close() {
    memory.close();
  }
}
