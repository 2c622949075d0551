package io.quintet.tasks;

import java.time.Duration;
import java.util.UUID;

/** A task was not done when the wait for it ended. */
public final class TaskTimeout extends TaskException {
  private static final long serialVersionUID = 1L;

  TaskTimeout(String task, UUID id, TaskState state, Duration wait) {
    super(
        "Task \""
            + task
            + "\" "
            + id
            + " was not done after "
            + wait
            + "; its state is "
            + state
            + (state == TaskState.PENDING ? ". Does a worker serve its queue?" : ""));
  }
}
