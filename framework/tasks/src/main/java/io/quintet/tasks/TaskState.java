package io.quintet.tasks;

/**
 * Where a task is between being enqueued and being done. The names are those of Celery's states.
 */
public enum TaskState {
  /** Waits for a worker, or for its time. */
  PENDING,
  /** A worker has it. */
  STARTED,
  /** Failed and waits for its next attempt. */
  RETRY,
  /** Done. */
  SUCCESS,
  /** Dead: failed for the last time. It is kept with its error and can be queued again. */
  FAILURE;

  /** Whether nothing more will happen by itself. */
  public boolean isFinished() {
    return this == SUCCESS || this == FAILURE;
  }
}
