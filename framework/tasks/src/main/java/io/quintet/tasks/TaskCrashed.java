package io.quintet.tasks;

/** A task during which several workers died; it is not handed to another. */
public final class TaskCrashed extends TaskException {
  private static final long serialVersionUID = 1L;

  TaskCrashed(String task, int crashes) {
    super(
        "Task \""
            + task
            + "\" is given up: "
            + crashes
            + " workers died or lost their lease while they ran it (setting tasks.max-crashes)");
  }
}
