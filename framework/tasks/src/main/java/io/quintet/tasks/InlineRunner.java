package io.quintet.tasks;

import io.quintet.core.SiteContext;
import io.quintet.tasks.brokers.MemoryBroker;
import io.quintet.tasks.spi.Claim;
import io.quintet.tasks.spi.Delivery;
import io.quintet.tasks.spi.Outcome;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;

/**
 * Runs tasks of a memory broker in the calling thread and its transaction, without waiting: neither
 * for their time nor between the attempts. Time limits do not apply.
 */
final class InlineRunner {
  private final SiteContext site;
  private final MemoryBroker broker;
  private final TaskExecution execution;

  InlineRunner(SiteContext site, MemoryBroker broker) {
    this.site = site;
    this.broker = broker;
    this.execution = new TaskExecution(site, RandomGenerator.getDefault());
  }

  /**
   * Runs a task until it is done or dead, and answers how its last attempt ended; empty if it does
   * not wait to be run.
   */
  Optional<Attempt> run(UUID id) {
    Claim claim = new Claim("inline", Set.of(), 1, site.clock().instant(), Instant.MAX);
    Optional<Attempt> last = Optional.empty();
    for (Optional<Delivery> next = broker.claim(id, claim);
        next.isPresent();
        next = broker.claim(id, claim)) {
      Attempt attempt = execution.run(new Running(next.get(), site.clock().instant()));
      broker.settle(next.get(), attempt.outcome(), site.clock().instant());
      last = Optional.of(attempt);
      if (!(attempt.outcome() instanceof Outcome.Again)) {
        break;
      }
    }
    return last;
  }
}
