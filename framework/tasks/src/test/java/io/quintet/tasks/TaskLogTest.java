package io.quintet.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import io.quintet.core.CoreSettings;
import io.quintet.core.SiteContext;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The line that each attempt leaves in the log. */
class TaskLogTest {
  private static final Task<String> FINE = Task.named("fine", (String text) -> {});
  private static final Task<String> FAILING =
      Task.named(
              "failing",
              (String text) -> {
                throw new IllegalStateException("line one\nline two\u001b[31m");
              })
          .retry(Retry.fixed(2, Duration.ofMinutes(1)).jitter(0));

  private final Logger logger = Logger.getLogger("io.quintet.tasks");
  private final List<String> lines = new CopyOnWriteArrayList<>();
  private final Handler handler =
      new Handler() {
        @Override
        public void publish(LogRecord record) {
          lines.add(
              record.getLevel()
                  + " "
                  + record.getMessage().replaceAll("after \\d+ ms|in \\d+ ms", "in N ms"));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
      };

  @BeforeEach
  void listen() {
    logger.addHandler(handler);
    logger.setUseParentHandlers(false);
  }

  @AfterEach
  void stopListening() {
    logger.removeHandler(handler);
    logger.setUseParentHandlers(true);
  }

  @Test
  void namesTaskAndIdButNotTheArguments() throws Exception {
    UUID id = run(FINE, false);

    assertThat(lines).containsExactly("INFO Task fine " + id + ", attempt 1, succeeded in N ms");
  }

  @Test
  void showsTheArgumentsInDevelopment() throws Exception {
    UUID id = run(FINE, true);

    assertThat(lines)
        .containsExactly("INFO Task fine " + id + " [\"secret\"], attempt 1, succeeded in N ms");
  }

  @Test
  void aFailureIsOneLineWhateverItsMessage() throws Exception {
    UUID id = run(FAILING, false);

    assertThat(lines)
        .containsExactly(
            "WARNING Task failing "
                + id
                + ", attempt 1, failed in N ms: java.lang.IllegalStateException: line one line two [31m; attempt 2 of 2"
                + " in 60.0 s");
  }

  private UUID run(Task<String> task, boolean debug) throws Exception {
    MovableClock clock = new MovableClock("2026-03-01T12:00:00Z");
    try (SiteContext site =
        TestSite.with(clock, config -> config.add(Tasks.POINT, task))
            .set(TasksSettings.BROKER, "memory")
            .set(CoreSettings.DEBUG, debug)
            .build()) {
      UUID id = site.call(() -> task.enqueue("secret")).id();
      TaskWorker.of(site).build().drain();
      return id;
    }
  }
}
