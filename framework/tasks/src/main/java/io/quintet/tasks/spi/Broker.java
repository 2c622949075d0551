package io.quintet.tasks.spi;

import io.quintet.tasks.TaskState;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Where tasks wait and where their outcome is kept. Safe for use by many threads; every method may
 * block.
 *
 * <p>A task taken by a worker is leased: while the lease lasts and is renewed nobody else gets it,
 * and when it ends without having been settled the task is handed out again. That is what makes
 * delivery at least once.
 *
 * <p>The time is always an argument, so a broker needs no clock.
 */
public interface Broker extends AutoCloseable {

  /**
   * Whether {@link #send} takes part in the caller's database transaction. For a broker where it
   * does not, messages are sent after the commit.
   */
  default boolean isTransactional() {
    return false;
  }

  /** Puts a message in its queue. */
  void send(TaskMessage message);

  /**
   * Hands out tasks that are due or whose lease has ended, the highest priority first, then the
   * longest due.
   *
   * @return at most {@code claim.limit()} tasks, none of which another worker holds
   */
  List<Delivery> take(Claim claim);

  /**
   * Renews the leases of tasks that a worker holds.
   *
   * @return the ids that it still held and holds now until {@code leaseEnd}
   */
  Set<UUID> renew(Collection<Delivery> held, Instant leaseEnd);

  /**
   * Records how an attempt ended and ends the lease.
   *
   * @return false if the worker held the task no longer, in which case nothing is changed
   */
  boolean settle(Delivery delivery, Outcome outcome, Instant now);

  /** What is known of a task, or empty if there is none of this id. */
  Optional<TaskRecord> find(UUID id);

  /** The tasks in these states, the latest first. */
  List<TaskRecord> list(Set<TaskState> states, int limit);

  /** How many tasks are in each state; states without any may be missing. */
  Map<TaskState, Long> counts();

  /**
   * Queues a finished task again, due now and with its attempts counted from the start.
   *
   * @return false if there is no finished task of this id
   */
  boolean requeue(UUID id, Instant now);

  /**
   * Forgets tasks in these states that finished before a moment. States that are not final match
   * nothing.
   *
   * @return how many were forgotten
   */
  int purge(Set<TaskState> states, Instant finishedBefore);

  /**
   * The last tick of a schedule. A schedule that is new, or whose specification has changed, starts
   * with {@code now}.
   *
   * @param schedule the name of the schedule
   * @param specification its times, as text
   */
  Instant lastTick(String schedule, String specification, Instant now);

  /**
   * Moves a schedule from one tick to a later one and sends the message, both or neither. Of
   * several workers that try it with the same {@code from}, one succeeds.
   *
   * @return whether this caller succeeded
   */
  boolean advance(String schedule, Instant from, Instant tick, TaskMessage message);

  /** Lets go of connections. */
  @Override
  void close();
}
