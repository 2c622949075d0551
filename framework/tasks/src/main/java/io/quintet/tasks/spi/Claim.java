package io.quintet.tasks.spi;

import java.time.Instant;
import java.util.Set;

/**
 * A worker's wish for work.
 *
 * @param worker the name of the worker
 * @param queues the queues it serves; empty means every queue
 * @param limit how many tasks it can take
 * @param now the time
 * @param leaseEnd until when the tasks are its own, unless it renews the lease
 */
public record Claim(String worker, Set<String> queues, int limit, Instant now, Instant leaseEnd) {

  /** Copies the queues. */
  public Claim {
    queues = Set.copyOf(queues);
  }

  /** Whether this worker serves the queue. */
  public boolean serves(String queue) {
    return queues.isEmpty() || queues.contains(queue);
  }
}
