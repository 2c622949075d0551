package io.quintet.tasks;

import io.quintet.tasks.spi.Delivery;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A task that a worker is running: lets others interrupt it, but never after its body has ended.
 */
final class Running {

  /** Why a task was interrupted. */
  enum Reason {
    /** It took longer than its limit. */
    TIME_LIMIT,
    /** The worker stops. */
    STOP,
    /** Its lease is no longer the worker's. */
    LEASE_LOST
  }

  private final Delivery delivery;
  private final Instant started;
  private @Nullable Thread thread;
  private @Nullable Reason reason;

  Running(Delivery delivery, Instant started) {
    this.delivery = delivery;
    this.started = started;
  }

  Delivery delivery() {
    return delivery;
  }

  Instant started() {
    return started;
  }

  /** The body begins in the calling thread. */
  synchronized void begin() {
    thread = Thread.currentThread();
    if (reason != null) {
      thread.interrupt();
    }
  }

  /**
   * The body has ended: takes back an interruption that it did not see, and answers why it was
   * interrupted.
   */
  synchronized @Nullable Reason end() {
    thread = null;
    if (reason != null) {
      Thread.interrupted();
    }
    return reason;
  }

  /** Interrupts the body; answers false if it was interrupted before. */
  synchronized boolean interrupt(Reason why) {
    if (reason != null) {
      return false;
    }
    reason = why;
    if (thread != null) {
      thread.interrupt();
    }
    return true;
  }
}
