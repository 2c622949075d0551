package io.quintet.tasks.spi;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How an attempt ended. */
public sealed interface Outcome {

  /**
   * The task is done.
   *
   * @param result the result as JSON, or null if the task has none
   */
  record Success(@Nullable String result) implements Outcome {}

  /** The task failed and is to run again at the given time. */
  record Again(Instant due, Failure failure) implements Outcome {}

  /** The task failed for the last time. */
  record Dead(Failure failure) implements Outcome {}

  /**
   * The worker gives the task back without having run it to its end; the attempt does not count.
   */
  record Released() implements Outcome {}
}
