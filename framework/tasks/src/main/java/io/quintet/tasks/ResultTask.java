package io.quintet.tasks;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * A task that takes one argument and gives a result.
 *
 * <pre>{@code
 * static final ResultTask<Long, BigDecimal> TOTAL =
 *     Task.returning("orders.total", Codec.LONG, Codec.DECIMAL, OrderTasks::total);
 *
 * BigDecimal total = TOTAL.enqueue(order.id).waitFor(Duration.ofSeconds(10)).value();
 * }</pre>
 *
 * @param <A> the type of the argument
 * @param <R> the type of the result
 */
public final class ResultTask<A, R> extends Task<A> {
  private final Codec<R> result;
  private final TaskFunction<A, R> function;

  ResultTask(
      String name,
      TaskOptions options,
      Codec<A> argument,
      Codec<R> result,
      TaskFunction<A, R> function) {
    super(name, options, argument, function::run);
    this.result = result;
    this.function = function;
  }

  @Override
  public ResultTask<A, R> queue(String queue) {
    return with(options().withQueue(queue));
  }

  @Override
  public ResultTask<A, R> priority(int priority) {
    return with(options().withPriority(priority));
  }

  @Override
  public ResultTask<A, R> retry(Retry retry) {
    return with(options().withRetry(retry));
  }

  @Override
  public ResultTask<A, R> timeLimit(Duration limit) {
    return with(options().withTimeLimit(limit));
  }

  @Override
  public TaskHandle<R> enqueue(A value) {
    return handle(Enqueue.now(this, write(value)));
  }

  @Override
  public TaskHandle<R> enqueueAfter(Duration wait, A value) {
    return handle(Enqueue.after(wait, this, write(value)));
  }

  @Override
  public TaskHandle<R> enqueueAt(Instant time, A value) {
    return handle(Enqueue.at(time, this, write(value)));
  }

  @Override
  public TaskHandle<R> handle(UUID id) {
    return new TaskHandle<>(id, result);
  }

  @Override
  Callable<@Nullable Object> prepare(List<@Nullable Object> arguments) {
    A value = read(arguments);
    return () -> result.write(function.run(value));
  }

  @Override
  Codec<R> resultCodec() {
    return result;
  }

  private ResultTask<A, R> with(TaskOptions options) {
    return new ResultTask<>(name(), options, argumentCodec(), result, function);
  }
}
