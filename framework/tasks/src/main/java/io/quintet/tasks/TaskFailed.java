package io.quintet.tasks;

import io.quintet.tasks.spi.Failure;
import java.util.Optional;
import java.util.UUID;

/** The result of a dead task was asked for. */
public final class TaskFailed extends TaskException {
  private static final long serialVersionUID = 1L;

  TaskFailed(String task, UUID id, Optional<Failure> failure) {
    super(
        "Task \""
            + task
            + "\" "
            + id
            + " failed"
            + failure.map(f -> ": " + f.type() + ": " + f.message()).orElse(""));
  }
}
