package io.quintet.tasks;

import java.time.Duration;

/** An attempt that took longer than its task's time limit. */
public final class TimeLimitExceeded extends TaskException {
  private static final long serialVersionUID = 1L;

  TimeLimitExceeded(String task, Duration limit) {
    super("Task \"" + task + "\" ran longer than its time limit of " + limit);
  }
}
