package io.quintet.tasks;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * A task that takes no argument and gives a result: {@code Task.returning("articles.count",
 * Codec.LONG, Stats::count)}.
 *
 * @param <R> the type of the result
 */
public final class ResultTask0<R> extends Task0 {
  private final Codec<R> result;
  private final TaskFunction.OfNothing<R> function;

  ResultTask0(
      String name, TaskOptions options, Codec<R> result, TaskFunction.OfNothing<R> function) {
    super(name, options, function::run);
    this.result = result;
    this.function = function;
  }

  @Override
  public ResultTask0<R> queue(String queue) {
    return with(options().withQueue(queue));
  }

  @Override
  public ResultTask0<R> priority(int priority) {
    return with(options().withPriority(priority));
  }

  @Override
  public ResultTask0<R> retry(Retry retry) {
    return with(options().withRetry(retry));
  }

  @Override
  public ResultTask0<R> timeLimit(Duration limit) {
    return with(options().withTimeLimit(limit));
  }

  @Override
  public TaskHandle<R> enqueue() {
    return handle(Enqueue.now(this, list()));
  }

  @Override
  public TaskHandle<R> enqueueAfter(Duration wait) {
    return handle(Enqueue.after(wait, this, list()));
  }

  @Override
  public TaskHandle<R> enqueueAt(Instant time) {
    return handle(Enqueue.at(time, this, list()));
  }

  @Override
  public TaskHandle<R> handle(UUID id) {
    return new TaskHandle<>(id, result);
  }

  @Override
  Callable<@Nullable Object> prepare(List<@Nullable Object> arguments) {
    requireCount(arguments, 0);
    return () -> result.write(function.run());
  }

  @Override
  Codec<R> resultCodec() {
    return result;
  }

  private ResultTask0<R> with(TaskOptions options) {
    return new ResultTask0<>(name(), options, result, function);
  }
}
