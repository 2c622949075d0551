package io.quintet.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import io.quintet.core.SiteContext;
import io.quintet.core.commands.Commands;
import io.quintet.core.commands.Terminal;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** {@code ./manage worker} and {@code ./manage tasks}. */
class TasksCommandsTest {
  private static final Task0 FINE = Task.named("fine", () -> {});
  private static final Task0 FAILING =
      Task.named(
          "failing",
          () -> {
            throw new IllegalStateException("no\nluck");
          });

  private final MovableClock clock = new MovableClock("2026-03-01T12:00:00Z");
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final SiteContext site =
      TestSite.inMemory(
          clock,
          config ->
              config
                  .add(Tasks.POINT, FINE)
                  .add(Tasks.POINT, FAILING)
                  .add(Tasks.SCHEDULES, Schedule.cron("0 3 * * *", FINE)));

  @Test
  void drainRunsWhatIsDueAndTellsOfFailuresByItsStatus() throws Exception {
    site.call(() -> FINE.enqueue());
    assertThat(manage("worker", "--drain")).isZero();
    assertThat(output()).isEqualTo("1 attempt, 0 failed\n");

    site.call(() -> FAILING.enqueue());
    assertThat(manage("worker", "--drain")).isEqualTo(1);
    assertThat(output()).isEqualTo("1 attempt, 1 failed\n");
  }

  @Test
  void onceRunsOneTaskOfTheGivenQueues() throws Exception {
    site.call(() -> FINE.enqueue());
    site.call(() -> FINE.queue("mail").enqueue());

    assertThat(manage("worker", "--once", "--queues", "images,mail")).isZero();

    assertThat(output()).isEqualTo("1 attempt, 0 failed\n");
    assertThat(manage("worker", "--once", "--queues", "images,mail")).isZero();
    assertThat(output()).isEqualTo("0 attempts, 0 failed\n");
  }

  @Test
  void tasksAreListedByState() throws Exception {
    UUID waiting = site.call(() -> FINE.enqueueAfter(Duration.ofHours(1))).id();
    UUID dead = site.call(() -> FAILING.enqueue()).id();
    manage("worker", "--drain");
    output();

    assertThat(manage("tasks")).isZero();

    assertThat(output())
        .isEqualTo(
            """
            pending 1, started 0, retry 0, success 0, failure 1
            PENDING %s fine, queue default, attempts 0, due 2026-03-01T13:00:00Z
            FAILURE %s failing, queue default, attempts 1, java.lang.IllegalStateException: no luck
            schedule "fine" (cron 0 3 * * *), next 2026-03-02T03:00:00Z
            """
                .formatted(waiting, dead));
  }

  @Test
  void aDeadTaskIsQueuedAgainById() throws Exception {
    TaskHandle<?> dead = site.call(() -> FAILING.enqueue());
    manage("worker", "--drain");

    assertThat(manage("tasks", "--retry", dead.id().toString())).isZero();

    assertThat(output()).endsWith("1 task queued again\n");
    assertThat(site.call(dead::state)).isEqualTo(TaskState.PENDING);
  }

  @Test
  void allDeadTasksAreQueuedAgainAtOnce() throws Exception {
    site.call(() -> FAILING.enqueue());
    site.call(() -> FAILING.enqueue());
    manage("worker", "--drain");

    manage("tasks", "--retry", "all");

    assertThat(output()).endsWith("2 tasks queued again\n");
  }

  @Test
  void purgeForgetsWhatIsFinished() throws Exception {
    site.call(() -> FAILING.enqueue());
    site.call(() -> FINE.enqueueAfter(Duration.ofHours(1)));
    manage("worker", "--drain");

    manage("tasks", "--purge");

    assertThat(output()).endsWith("1 task forgotten\n");
    assertThat(site.service(Tasks.BROKER).counts())
        .containsOnly(java.util.Map.entry(TaskState.PENDING, 1L));
  }

  @Test
  void mistakesAreOneLine() {
    assertThat(manage("worker", "--concurrency", "many")).isEqualTo(1);
    assertThat(errors())
        .isEqualTo("--concurrency takes a whole number of 1 or more, but was \"many\"\n");
    assertThat(manage("tasks", "--retry", "7")).isEqualTo(1);
    assertThat(errors())
        .isEqualTo(
            "--retry takes the id of a task, as ./manage tasks prints it, or all; not \"7\"\n");
    assertThat(manage("tasks", "--retry", "00000000-0000-4000-8000-000000000001")).isEqualTo(1);
    assertThat(errors())
        .isEqualTo(
            "No finished task has the id 00000000-0000-4000-8000-000000000001; ./manage tasks lists them\n");
  }

  private int manage(String... args) {
    return Commands.run(
        site, Terminal.plain(new PrintStream(out, true), new PrintStream(err, true)), args);
  }

  private String output() {
    return take(out);
  }

  private String errors() {
    return take(err);
  }

  private static String take(ByteArrayOutputStream bytes) {
    String text = bytes.toString(StandardCharsets.UTF_8);
    bytes.reset();
    return text;
  }
}
