package io.quintet.tasks;

import io.quintet.core.signals.Signal;
import java.time.Duration;
import java.util.UUID;

/**
 * What a worker tells of the tasks it runs, in the thread of the task. A receiver that throws is
 * logged and does no harm.
 */
public final class TaskSignals {

  /** An attempt begins. */
  public static final Signal<TaskStarted> TASK_STARTED = Signal.named("task started");

  /** The body of a task has ended well; its outcome is recorded right after. */
  public static final Signal<TaskSucceeded> TASK_SUCCEEDED = Signal.named("task succeeded");

  /** An attempt failed. */
  public static final Signal<TaskFailure> TASK_FAILED = Signal.named("task failed");

  private TaskSignals() {}

  /** An attempt begins. */
  public record TaskStarted(UUID id, String task, int attempt) {}

  /** A task is done, after this time in its last attempt. */
  public record TaskSucceeded(UUID id, String task, int attempt, Duration took) {}

  /**
   * An attempt failed.
   *
   * @param cause what was thrown
   * @param last whether the task is dead
   */
  public record TaskFailure(UUID id, String task, int attempt, Throwable cause, boolean last) {}
}
