package io.quintet.tasks;

import io.quintet.core.SiteContext;
import io.quintet.core.json.Json;
import io.quintet.tasks.brokers.MemoryBroker;
import io.quintet.tasks.spi.Broker;
import io.quintet.tasks.spi.TaskMessage;
import io.quintet.tasks.spi.TaskRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Keeps the tasks that a test enqueues, and runs them when the test says so.
 *
 * <pre>{@code
 * TaskCapture tasks = new TaskCapture();
 * SiteContext site = tasks.install(SiteContext.builder("test").apps(...)).build();
 *
 * client.post("/book/", form);
 * assertThat(tasks.arguments(BookingTasks.CONFIRM)).containsExactly(booking.id);
 * tasks.runAll(site);                               // in this thread and its transaction; failures are thrown
 * }</pre>
 */
public final class TaskCapture {
  private final MemoryBroker broker = new MemoryBroker();

  /**
   * A task as it was enqueued.
   *
   * @param id its id
   * @param task the name of the task
   * @param arguments its arguments, a JSON list
   * @param queue the queue
   * @param due the earliest time to run it
   */
  public record Captured(UUID id, String task, String arguments, String queue, Instant due) {}

  /** Makes a site keep its tasks here. */
  public SiteContext.Builder install(SiteContext.Builder site) {
    return site.replace(Tasks.BROKER, context -> broker());
  }

  /** The broker that keeps them. */
  public Broker broker() {
    return broker;
  }

  /** All tasks that were enqueued, in order, whether or not they were run. */
  public List<Captured> all() {
    return records().stream().map(TaskRecord::message).map(TaskCapture::captured).toList();
  }

  /** The arguments with which a task was enqueued, in order. */
  public <A> List<A> arguments(Task<A> task) {
    List<A> found = new ArrayList<>();
    for (Captured captured : all()) {
      if (captured.task().equals(task.name())
          && Json.parse(captured.arguments()) instanceof List<?> list) {
        found.add(task.read(new ArrayList<>(list)));
      }
    }
    return found;
  }

  /** How often a task was enqueued. */
  public int count(TaskDefinition task) {
    return (int) all().stream().filter(captured -> captured.task().equals(task.name())).count();
  }

  /**
   * Runs the tasks that have not been run, and those that they enqueue, in order and without
   * waiting for their time or between their attempts.
   *
   * @return how many were run
   * @throws AssertionError with the cause, if one is dead
   */
  public int runAll(SiteContext site) {
    InlineRunner runner = new InlineRunner(site, broker);
    int count = 0;
    for (Optional<TaskRecord> next = waiting(); next.isPresent(); next = waiting()) {
      TaskMessage message = next.get().message();
      Attempt attempt = runner.run(message.id()).orElseThrow();
      count++;
      if (attempt.thrown() != null) {
        throw new AssertionError(
            "Task \"" + message.task() + "\" with arguments " + message.arguments() + " failed",
            attempt.thrown());
      }
    }
    return count;
  }

  /** Forgets everything. */
  public void clear() {
    broker.clear();
  }

  private Optional<TaskRecord> waiting() {
    return records().stream()
        .filter(found -> !found.state().isFinished() && found.state() != TaskState.STARTED)
        .findFirst();
  }

  private List<TaskRecord> records() {
    return broker.list(EnumSet.allOf(TaskState.class), Integer.MAX_VALUE).reversed();
  }

  private static Captured captured(TaskMessage message) {
    return new Captured(
        message.id(), message.task(), message.arguments(), message.queue(), message.due());
  }
}
