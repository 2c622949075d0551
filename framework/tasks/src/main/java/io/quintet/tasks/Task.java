package io.quintet.tasks;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * A task that takes one argument, declared once as a constant.
 *
 * <pre>{@code
 * public final class BookingTasks {
 *   public static final Task<Long> CONFIRM =
 *       Task.named("booking.confirm", BookingTasks::confirm).queue("mail").retry(Retry.exponential(5));
 *
 *   static void confirm(long bookingId) { ... }
 * }
 *
 * BookingTasks.CONFIRM.enqueue(booking.id);
 * BookingTasks.CONFIRM.priority(9).enqueueAfter(Duration.ofHours(1), booking.id);
 * }</pre>
 *
 * <p>How the argument travels is found from the method's parameter: {@code long}, text, UUID,
 * boolean, decimal, date, moment or JSON object. Any other type is given with its {@link Codec}.
 *
 * @param <A> the type of the argument
 */
public sealed class Task<A> extends TaskDefinition permits ResultTask {
  private final Codec<A> argument;
  private final TaskBody<A> body;

  Task(String name, TaskOptions options, Codec<A> argument, TaskBody<A> body) {
    super(name, options);
    this.argument = argument;
    this.body = body;
  }

  /** A task without an argument. */
  public static Task0 named(String name, TaskBody.OfNothing body) {
    return new Task0(name, TaskOptions.DEFAULT, body);
  }

  /** A task that takes a whole number, such as a primary key. */
  public static Task<Long> named(String name, TaskBody.OfLong body) {
    return named(name, Codec.LONG, body);
  }

  /** A task that takes a text. */
  public static Task<String> named(String name, TaskBody.OfText body) {
    return named(name, Codec.TEXT, body);
  }

  /** A task that takes a UUID. */
  public static Task<UUID> named(String name, TaskBody.OfUuid body) {
    return named(name, Codec.UUID, body);
  }

  /** A task that takes a boolean. */
  public static Task<Boolean> named(String name, TaskBody.OfBoolean body) {
    return named(name, Codec.BOOLEAN, body);
  }

  /** A task that takes a decimal number. */
  public static Task<BigDecimal> named(String name, TaskBody.OfDecimal body) {
    return named(name, Codec.DECIMAL, body);
  }

  /** A task that takes a date. */
  public static Task<LocalDate> named(String name, TaskBody.OfDate body) {
    return named(name, Codec.DATE, body);
  }

  /** A task that takes a moment. */
  public static Task<Instant> named(String name, TaskBody.OfInstant body) {
    return named(name, Codec.INSTANT, body);
  }

  /** A task that takes a JSON object. */
  public static Task<Map<String, @Nullable Object>> named(String name, TaskBody.OfObject body) {
    return named(name, Codec.OBJECT, body);
  }

  /** A task that takes an argument of any type that has a codec. */
  public static <A> Task<A> named(String name, Codec<A> argument, TaskBody<A> body) {
    return new Task<>(name, TaskOptions.DEFAULT, argument, body);
  }

  /** A task that takes an argument and gives a result, which is kept for whoever enqueued it. */
  public static <A, R> ResultTask<A, R> returning(
      String name, Codec<A> argument, Codec<R> result, TaskFunction<A, R> body) {
    return new ResultTask<>(name, TaskOptions.DEFAULT, argument, result, body);
  }

  /** A task that gives a result, which is kept for whoever enqueued it. */
  public static <R> ResultTask0<R> returning(
      String name, Codec<R> result, TaskFunction.OfNothing<R> body) {
    return new ResultTask0<>(name, TaskOptions.DEFAULT, result, body);
  }

  /** The same task in another queue. */
  public Task<A> queue(String queue) {
    return new Task<>(name(), options().withQueue(queue), argument, body);
  }

  /** The same task with another priority; higher goes first. */
  public Task<A> priority(int priority) {
    return new Task<>(name(), options().withPriority(priority), argument, body);
  }

  /** The same task with another answer to failures. */
  public Task<A> retry(Retry retry) {
    return new Task<>(name(), options().withRetry(retry), argument, body);
  }

  /**
   * The same task with a limit for one attempt. When it passes, the task's thread is interrupted
   * and the attempt has failed with {@link TimeLimitExceeded}; a task that ignores the interruption
   * runs on.
   */
  public Task<A> timeLimit(Duration limit) {
    return new Task<>(name(), options().withTimeLimit(limit), argument, body);
  }

  /**
   * Has the task run as soon as a worker is free. Inside a transaction: when it commits, and only
   * then.
   *
   * @throws TaskException if the task is not registered at {@link Tasks#POINT}
   */
  public TaskHandle<?> enqueue(A value) {
    return handle(Enqueue.now(this, write(value)));
  }

  /** Has the task run no earlier than after this wait. */
  public TaskHandle<?> enqueueAfter(Duration wait, A value) {
    return handle(Enqueue.after(wait, this, write(value)));
  }

  /** Has the task run no earlier than at this time. */
  public TaskHandle<?> enqueueAt(Instant time, A value) {
    return handle(Enqueue.at(time, this, write(value)));
  }

  /** The handle of a task that was enqueued earlier, by its id. */
  public TaskHandle<?> handle(UUID id) {
    return new TaskHandle<>(id, null);
  }

  @Override
  Callable<@Nullable Object> prepare(List<@Nullable Object> arguments) {
    A value = read(arguments);
    return () -> {
      body.run(value);
      return null;
    };
  }

  @Override
  @Nullable Codec<?> resultCodec() {
    return null;
  }

  final Codec<A> argumentCodec() {
    return argument;
  }

  final A read(List<@Nullable Object> arguments) {
    requireCount(arguments, 1);
    return argument.read(arguments.getFirst());
  }

  final String write(A value) {
    return list(argument.write(value));
  }
}
