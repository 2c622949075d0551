package io.quintet.tasks;

import java.time.Duration;

/**
 * Thrown by a task that cannot do its work yet and knows when to try again. It counts as one of the
 * attempts of the task's {@link Retry}; a task without a retry policy that throws it is dead.
 *
 * <pre>{@code
 * if (!payment.isSettled()) {
 *   throw new RetryLater(Duration.ofMinutes(5), "payment not settled");
 * }
 * }</pre>
 */
public final class RetryLater extends TaskException {
  private static final long serialVersionUID = 1L;
  private final Duration wait;

  /** Runs the task again after this wait. */
  public RetryLater(Duration wait, String reason) {
    super(reason);
    this.wait = wait;
  }

  /** Runs the task again after this wait, keeping what went wrong. */
  public RetryLater(Duration wait, String reason, Throwable cause) {
    super(reason, cause);
    this.wait = wait;
  }

  /** How long to wait, from the end of this attempt. */
  public Duration waiting() {
    return wait;
  }
}
