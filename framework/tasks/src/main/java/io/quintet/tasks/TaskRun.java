package io.quintet.tasks;

import java.util.Optional;
import java.util.UUID;

/**
 * The attempt that is running in this thread: for a task that wants to know its id, or whether it
 * is tried again.
 *
 * @param id the id of the task
 * @param task the name of the task
 * @param attempt which attempt this is; 1 the first time
 */
public record TaskRun(UUID id, String task, int attempt) {
  static final ScopedValue<TaskRun> CURRENT = ScopedValue.newInstance();

  /** The attempt running in this thread, or empty outside a task. */
  public static Optional<TaskRun> find() {
    return CURRENT.isBound() ? Optional.of(CURRENT.get()) : Optional.empty();
  }

  /**
   * The attempt running in this thread.
   *
   * @throws TaskException outside a task
   */
  public static TaskRun current() {
    return find().orElseThrow(() -> new TaskException("This thread runs no task"));
  }
}
