package io.quintet.tasks;

import io.quintet.core.CoreSettings;
import io.quintet.core.SiteContext;
import io.quintet.core.signals.Signal;
import io.quintet.tasks.TaskSignals.TaskFailure;
import io.quintet.tasks.TaskSignals.TaskStarted;
import io.quintet.tasks.TaskSignals.TaskSucceeded;
import io.quintet.tasks.spi.Delivery;
import io.quintet.tasks.spi.Failure;
import io.quintet.tasks.spi.Outcome;
import io.quintet.tasks.spi.TaskMessage;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Runs a task once in the calling thread, with its site bound, and decides what becomes of it.
 * Never throws.
 */
final class TaskExecution {
  private static final System.Logger LOG = System.getLogger("io.quintet.tasks");
  private static final int LONGEST_TYPE = 255;
  private static final int LONGEST_MESSAGE = 5_000;
  private static final int LONGEST_TRACE = 20_000;

  private final SiteContext site;
  private final RandomGenerator random;
  private final int maxCrashes;
  private final boolean logArguments;

  TaskExecution(SiteContext site, RandomGenerator random) {
    this.site = site;
    this.random = random;
    this.maxCrashes = site.setting(TasksSettings.MAX_CRASHES);
    this.logArguments = site.setting(CoreSettings.DEBUG);
  }

  Attempt run(Running running) {
    Delivery delivery = running.delivery();
    TaskMessage message = delivery.message();
    TaskDefinition task;
    Callable<@Nullable String> work;
    try {
      if (delivery.crashes() >= maxCrashes) {
        throw new TaskCrashed(message.task(), delivery.crashes());
      }
      task = site.service(Tasks.REGISTRY).get(message.task());
      work = task.prepare(message.arguments());
    } catch (RuntimeException e) {
      return dead(delivery, e, Duration.ZERO);
    }
    tell(
        TaskSignals.TASK_STARTED,
        new TaskStarted(message.id(), message.task(), delivery.attempt()));
    long start = System.nanoTime();
    @Nullable String result = null;
    @Nullable Throwable thrown = null;
    running.begin();
    try {
      result =
          site.call(() ->
              ScopedValue.where(
                      TaskRun.CURRENT,
                      new TaskRun(message.id(), message.task(), delivery.attempt()))
                  .call(work::call));
    } catch (Throwable t) { // whatever a task throws must be recorded
      thrown = t;
    }
    Running.@Nullable Reason reason = running.end();
    Duration took = Duration.ofNanos(System.nanoTime() - start);
    return thrown == null
        ? succeeded(delivery, result, took)
        : interruptedOrFailed(task, delivery, thrown, reason, took);
  }

  private Attempt succeeded(Delivery delivery, @Nullable String result, Duration took) {
    TaskMessage message = delivery.message();
    LOG.log(Level.INFO, () -> describe(delivery) + " succeeded in " + took.toMillis() + " ms");
    tell(
        TaskSignals.TASK_SUCCEEDED,
        new TaskSucceeded(message.id(), message.task(), delivery.attempt(), took));
    return new Attempt(new Outcome.Success(result), null);
  }

  private Attempt interruptedOrFailed(
      TaskDefinition task,
      Delivery delivery,
      Throwable thrown,
      Running.@Nullable Reason reason,
      Duration took) {
    return switch (reason) {
      case STOP, LEASE_LOST -> {
        LOG.log(
            Level.WARNING,
            () ->
                describe(delivery)
                    + " was interrupted after "
                    + took.toMillis()
                    + " ms: "
                    + (reason == Running.Reason.STOP
                        ? "the worker stops; it is given back"
                        : "another worker has it"));
        yield new Attempt(new Outcome.Released(), thrown);
      }
      case TIME_LIMIT -> {
        TimeLimitExceeded limit = new TimeLimitExceeded(task.name(), task.timeLimit().orElse(took));
        limit.initCause(thrown);
        yield failed(task, delivery, limit, took);
      }
      case null -> failed(task, delivery, thrown, took);
    };
  }

  private Attempt failed(TaskDefinition task, Delivery delivery, Throwable thrown, Duration took) {
    if (thrown instanceof RetryLater && task.retry().attempts() == 1) {
      String advice =
          "Task \"%s\" threw RetryLater but has no retry policy; add .retry(Retry.fixed(...))"
              .formatted(task.name());
      return dead(delivery, new TaskException(advice, thrown), took);
    }
    Optional<Duration> wait = waitAfter(task.retry(), delivery.failures(), thrown);
    if (wait.isEmpty()) {
      return dead(delivery, thrown, took);
    }
    Duration pause = wait.get();
    Instant due = site.clock().instant().plus(pause);
    LOG.log(
        Level.WARNING,
        () ->
            describe(delivery)
                + " failed after "
                + took.toMillis()
                + " ms: "
                + oneLine(thrown)
                + "; attempt "
                + (delivery.failures() + 1)
                + " of "
                + task.retry().attempts()
                + " in "
                + pause.toMillis() / 1000.0
                + " s");
    tellFailure(delivery, thrown, false);
    return new Attempt(new Outcome.Again(due, failure(thrown)), thrown);
  }

  private Optional<Duration> waitAfter(Retry retry, int failures, Throwable thrown) {
    if (thrown instanceof RetryLater later) {
      return failures < retry.attempts() ? Optional.of(later.waiting()) : Optional.empty();
    }
    return retry.waitAfter(failures, thrown, random);
  }

  private Attempt dead(Delivery delivery, Throwable thrown, Duration took) {
    LOG.log(
        Level.ERROR,
        describe(delivery) + " failed after " + took.toMillis() + " ms and is dead",
        thrown);
    tellFailure(delivery, thrown, true);
    return new Attempt(new Outcome.Dead(failure(thrown)), thrown);
  }

  private void tellFailure(Delivery delivery, Throwable thrown, boolean last) {
    TaskMessage message = delivery.message();
    tell(
        TaskSignals.TASK_FAILED,
        new TaskFailure(message.id(), message.task(), delivery.attempt(), thrown, last));
  }

  private <E> void tell(Signal<E> signal, E event) {
    site.run(() -> {
      try {
        signal.send(event);
      } catch (RuntimeException e) {
        LOG.log(Level.ERROR, "A receiver of the signal \"" + signal.name() + "\" failed", e);
      }
    });
  }

  /**
   * Name, id and attempt; the arguments only in development, for they may hold what a log must not.
   */
  private String describe(Delivery delivery) {
    TaskMessage message = delivery.message();
    return "Task "
        + message.task()
        + " "
        + message.id()
        + (logArguments ? " " + Lines.printable(message.arguments()) : "")
        + ", attempt "
        + delivery.attempt()
        + ",";
  }

  private static String oneLine(Throwable thrown) {
    return Lines.printable(thrown.toString());
  }

  private static Failure failure(Throwable thrown) {
    StringWriter trace = new StringWriter();
    thrown.printStackTrace(new PrintWriter(trace, true));
    return new Failure(
        stored(thrown.getClass().getName(), LONGEST_TYPE),
        stored(thrown.getMessage() == null ? "" : thrown.getMessage(), LONGEST_MESSAGE),
        stored(trace.toString(), LONGEST_TRACE));
  }

  /**
   * What every broker can keep: of limited length and without the character that PostgreSQL
   * refuses.
   */
  private static String stored(String text, int longest) {
    String cut = text.length() > longest ? text.substring(0, longest - 1) + "…" : text;
    return cut.replace('\0', '\uFFFD');
  }
}
