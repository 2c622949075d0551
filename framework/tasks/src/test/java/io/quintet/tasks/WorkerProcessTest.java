package io.quintet.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import io.quintet.core.SiteContext;
import io.quintet.orm.OrmApp;
import io.quintet.orm.OrmSettings;
import io.quintet.tasks.spi.TaskRecord;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** {@code ./manage worker} in a process of its own, stopped in the middle of a task. */
@Timeout(60)
class WorkerProcessTest {
  private final TestDatabase database = TestDatabase.sqlite();
  private final List<String> written = new ArrayList<>();
  private final Task<String> write = Task.named("report.write", (String text) -> written.add(text));
  private final SiteContext site = site(Clock.systemUTC());

  private TaskHandle<?> handle;

  @BeforeEach
  void enqueue() throws Exception {
    TestSite.createTables(site);
    handle = site.call(() -> write.enqueue("annual"));
  }

  @AfterEach
  void close() {
    site.close();
    database.close();
  }

  @Test
  void theTaskOfAKilledProcessIsRunAgainByAnother() throws Exception {
    Process worker = start();
    awaitLine(worker.inputReader(StandardCharsets.UTF_8), "running annual");
    worker.destroyForcibly().waitFor();

    assertThat(site.call(handle::state)).isEqualTo(TaskState.STARTED);
    assertThat(TaskWorker.of(site).build().drain()).isZero();

    try (SiteContext later = site(Clock.offset(Clock.systemUTC(), Duration.ofMinutes(2)))) {
      assertThat(TaskWorker.of(later).build().drain()).isEqualTo(1);
    }
    TaskRecord record = site.call(() -> site.service(Tasks.BROKER).find(handle.id())).orElseThrow();
    assertThat(record.state()).isEqualTo(TaskState.SUCCESS);
    assertThat(record.attempts()).isEqualTo(2);
    assertThat(record.crashes()).isEqualTo(1);
    assertThat(written).containsExactly("annual");
  }

  @Test
  void aProcessThatIsToldToStopFinishesItsTaskFirst() throws Exception {
    Process worker = start();
    BufferedReader output = worker.inputReader(StandardCharsets.UTF_8);
    awaitLine(output, "running annual");

    worker.toHandle().destroy();
    awaitLine(output, "stopping");
    worker.outputWriter().append('\n').flush();
    worker.waitFor();

    assertThat(site.call(handle::state)).isEqualTo(TaskState.SUCCESS);
  }

  private Process start() throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "--enable-native-access=ALL-UNNAMED",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            WorkerProcess.class.getName(),
            database.url().toString())
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  private static void awaitLine(BufferedReader output, String wanted) throws IOException {
    String line = output.readLine();
    while (line != null && !line.equals(wanted)) {
      line = output.readLine();
    }
    assertThat(line).as("the worker's output").isEqualTo(wanted);
  }

  private SiteContext site(Clock clock) {
    return TestSite.with(clock, config -> config.add(Tasks.POINT, write))
        .apps(new OrmApp())
        .set(OrmSettings.DATABASE_URL, database.url())
        .build();
  }
}
