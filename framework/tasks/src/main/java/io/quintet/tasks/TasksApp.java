package io.quintet.tasks;

import io.quintet.core.App;
import io.quintet.core.AppConfig;

/**
 * The tasks room as an app: its models, settings, checks and the commands {@code worker} and {@code
 * tasks}.
 */
public final class TasksApp implements App {

  @Override
  public String verboseName() {
    return "Background tasks";
  }

  @Override
  public void configure(AppConfig config) {
    config
        .settings(
            TasksSettings.BROKER,
            TasksSettings.IN_PROCESS,
            TasksSettings.CONCURRENCY,
            TasksSettings.POLL,
            TasksSettings.LEASE,
            TasksSettings.STOP_GRACE,
            TasksSettings.MAX_CRASHES,
            TasksSettings.KEEP)
        .commands(new WorkerCommand(), new TasksCommand())
        .checks(context -> TasksChecks.run(context.site()));
  }
}
