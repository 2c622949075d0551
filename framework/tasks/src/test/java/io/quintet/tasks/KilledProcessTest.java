package io.quintet.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import io.quintet.core.SiteContext;
import io.quintet.orm.OrmApp;
import io.quintet.orm.OrmSettings;
import io.quintet.tasks.spi.TaskRecord;
import java.io.BufferedReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A worker process that is killed in the middle of a task. */
@Timeout(60)
class KilledProcessTest {
  private final List<String> written = new ArrayList<>();
  private final Task<String> write = Task.named("report.write", (String text) -> written.add(text));

  @Test
  void theTaskOfAProcessKilledInTheMiddleIsRunAgainByAnother() throws Exception {
    try (TestDatabase database = TestDatabase.sqlite()) {
      TaskHandle<?> handle;
      try (SiteContext site = site(database, Clock.systemUTC())) {
        TestSite.createTables(site);
        handle = site.call(() -> write.enqueue("annual"));
      }

      startWorkerAndKillItWhenTheTaskRuns(database);

      try (SiteContext site = site(database, Clock.systemUTC())) {
        assertThat(site.call(handle::state)).isEqualTo(TaskState.STARTED);
        assertThat(TaskWorker.of(site).build().drain()).isZero();
      }
      try (SiteContext later =
          site(database, Clock.offset(Clock.systemUTC(), Duration.ofMinutes(2)))) {
        assertThat(TaskWorker.of(later).build().drain()).isEqualTo(1);
        TaskRecord record =
            later.call(() -> later.service(Tasks.BROKER).find(handle.id())).orElseThrow();
        assertThat(record.state()).isEqualTo(TaskState.SUCCESS);
        assertThat(record.attempts()).isEqualTo(2);
        assertThat(record.crashes()).isEqualTo(1);
      }
      assertThat(written).containsExactly("annual");
    }
  }

  private SiteContext site(TestDatabase database, Clock clock) {
    return TestSite.with(clock, config -> config.add(Tasks.POINT, write))
        .apps(new OrmApp())
        .set(OrmSettings.DATABASE_URL, database.url())
        .build();
  }

  private static void startWorkerAndKillItWhenTheTaskRuns(TestDatabase database) throws Exception {
    Process worker =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                KilledWorker.class.getName(),
                database.url().toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try (BufferedReader output = worker.inputReader(StandardCharsets.UTF_8)) {
      assertThat(output.readLine()).isEqualTo("running annual");
    } finally {
      worker.destroyForcibly().waitFor();
    }
  }
}
