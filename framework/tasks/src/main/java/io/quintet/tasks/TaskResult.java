package io.quintet.tasks;

import io.quintet.core.json.Json;
import io.quintet.tasks.spi.Failure;
import io.quintet.tasks.spi.TaskRecord;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What was known of a task when it was asked for.
 *
 * @param <R> the type of the task's result
 */
public final class TaskResult<R> {
  private final TaskRecord found;
  private final @Nullable Codec<R> codec;

  TaskResult(TaskRecord found, @Nullable Codec<R> codec) {
    this.found = found;
    this.codec = codec;
  }

  /** The id of the task. */
  public UUID id() {
    return found.message().id();
  }

  /** The name of the task. */
  public String task() {
    return found.message().task();
  }

  /** Where it is. */
  public TaskState state() {
    return found.state();
  }

  /** How often it has been started. */
  public int attempts() {
    return found.attempts();
  }

  /** When it was done or dead; empty before that. */
  public Optional<Instant> finished() {
    return Optional.ofNullable(found.finished());
  }

  /** Its last failure. A task that is done may have failed before. */
  public Optional<Failure> failure() {
    return Optional.ofNullable(found.failure());
  }

  /**
   * The result of a task that gives one.
   *
   * @throws TaskFailed if the task is dead
   * @throws IllegalStateException if it is not done yet, or gives no result
   */
  public R value() {
    if (state() == TaskState.FAILURE) {
      throw new TaskFailed(task(), id(), failure());
    }
    if (state() != TaskState.SUCCESS) {
      throw new IllegalStateException(
          "Task \"" + task() + "\" " + id() + " is not done; its state is " + state());
    }
    String json = found.result();
    if (codec == null || json == null) {
      throw new IllegalStateException(
          "Task \""
              + task()
              + "\" gives no result; declare it with Task.returning(...) to have one");
    }
    return codec.read(Json.parse(json));
  }

  @Override
  public String toString() {
    return "task \"" + task() + "\" " + id() + ": " + state();
  }
}
