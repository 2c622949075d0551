package io.quintet.tasks;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** A task that takes no argument: {@code Task.named("sessions.clear", SessionTasks::clear)}. */
public sealed class Task0 extends TaskDefinition permits ResultTask0 {
  private final TaskBody.OfNothing body;

  Task0(String name, TaskOptions options, TaskBody.OfNothing body) {
    super(name, options);
    this.body = body;
  }

  /** The same task in another queue. */
  public Task0 queue(String queue) {
    return new Task0(name(), options().withQueue(queue), body);
  }

  /** The same task with another priority; higher goes first. */
  public Task0 priority(int priority) {
    return new Task0(name(), options().withPriority(priority), body);
  }

  /** The same task with another answer to failures. */
  public Task0 retry(Retry retry) {
    return new Task0(name(), options().withRetry(retry), body);
  }

  /** The same task with a limit for one attempt; see {@link Task#timeLimit(Duration)}. */
  public Task0 timeLimit(Duration limit) {
    return new Task0(name(), options().withTimeLimit(limit), body);
  }

  /**
   * Has the task run as soon as a worker is free. Inside a transaction: when it commits, and only
   * then.
   *
   * @throws TaskException if the task is not registered at {@link Tasks#POINT}
   */
  public TaskHandle<?> enqueue() {
    return handle(Enqueue.now(this, list()));
  }

  /** Has the task run no earlier than after this wait. */
  public TaskHandle<?> enqueueAfter(Duration wait) {
    return handle(Enqueue.after(wait, this, list()));
  }

  /** Has the task run no earlier than at this time. */
  public TaskHandle<?> enqueueAt(Instant time) {
    return handle(Enqueue.at(time, this, list()));
  }

  /** The handle of a task that was enqueued earlier, by its id. */
  public TaskHandle<?> handle(UUID id) {
    return new TaskHandle<>(id, null);
  }

  @Override
  Callable<@Nullable Object> prepare(List<@Nullable Object> arguments) {
    requireCount(arguments, 0);
    return () -> {
      body.run();
      return null;
    };
  }

  @Override
  @Nullable Codec<?> resultCodec() {
    return null;
  }
}
