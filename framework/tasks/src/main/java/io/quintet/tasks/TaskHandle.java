package io.quintet.tasks;

import io.quintet.core.SiteContext;
import io.quintet.orm.Db;
import io.quintet.tasks.spi.Broker;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A task that was enqueued: asks the broker of the current site how it stands.
 *
 * <p>Keep {@link #id()} to ask again in another request: {@code TOTAL.handle(id).result()}.
 *
 * @param <R> the type of the task's result
 */
public final class TaskHandle<R> {
  private static final Duration SHORTEST_PAUSE = Duration.ofMillis(5);
  private static final Duration LONGEST_PAUSE = Duration.ofMillis(250);

  private final UUID id;
  private final @Nullable Codec<R> codec;

  TaskHandle(UUID id, @Nullable Codec<R> codec) {
    this.id = id;
    this.codec = codec;
  }

  /** The id of the task. */
  public UUID id() {
    return id;
  }

  /** Where the task is now. */
  public TaskState state() {
    return result().state();
  }

  /**
   * What is known of the task now.
   *
   * @throws TaskException if the broker does not know it: its transaction has not committed or was
   *     rolled back, or it was purged
   */
  public TaskResult<R> result() {
    return SiteContext.current()
        .service(Tasks.BROKER)
        .find(id)
        .map(found -> new TaskResult<>(found, codec))
        .orElseThrow(() ->
            new TaskException(
                "No task "
                    + id
                    + " is known: its transaction has not committed or was rolled back, or it was purged"));
  }

  /**
   * Blocks until the task is done or dead. Not inside the transaction that enqueued it, which the
   * worker would wait for.
   *
   * @throws TaskTimeout if it takes longer than {@code longest}
   * @throws IllegalStateException inside a transaction, if the task is not done already
   */
  public TaskResult<R> waitFor(Duration longest) throws InterruptedException {
    refuseInTransaction();
    long end = System.nanoTime() + longest.toNanos();
    Duration pause = SHORTEST_PAUSE;
    while (true) {
      TaskResult<R> result = result();
      if (result.state().isFinished()) {
        return result;
      }
      long left = end - System.nanoTime();
      if (left <= 0) {
        throw new TaskTimeout(result.task(), id, result.state(), longest);
      }
      Thread.sleep(Duration.ofNanos(Math.min(left, pause.toNanos())));
      pause = pause.compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
    }
  }

  private void refuseInTransaction() {
    Broker broker = SiteContext.current().service(Tasks.BROKER);
    if (broker.isTransactional() && Db.inTransaction() && !state().isFinished()) {
      throw new IllegalStateException(
          "Task "
              + id
              + " is waited for inside a transaction, which the worker cannot see into; wait after"
              + " Db.atomic has ended");
    }
  }

  @Override
  public String toString() {
    return "task " + id;
  }
}
