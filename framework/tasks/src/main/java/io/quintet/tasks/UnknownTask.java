package io.quintet.tasks;

/** A task that no app of this site registers at {@link Tasks#POINT}. */
public final class UnknownTask extends TaskException {
  private static final long serialVersionUID = 1L;

  UnknownTask(String message) {
    super(message);
  }
}
