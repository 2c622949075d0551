package io.quintet.tasks;

import io.quintet.core.SiteContext;
import io.quintet.core.checks.CheckMessage;
import io.quintet.orm.OrmSettings;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What can be wrong in the registered tasks and schedules. */
final class TasksChecks {
  /** What a worker needs beside its tasks: one to take them, one for its heartbeat. */
  private static final int OWN_CONNECTIONS = 2;

  private TasksChecks() {}

  static List<CheckMessage> run(SiteContext site) {
    List<CheckMessage> found = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (TaskDefinition task : site.extensions(Tasks.POINT)) {
      if (!names.add(task.name())) {
        found.add(
            CheckMessage.error(
                "tasks.E001",
                "Two tasks are registered under the name \"" + task.name() + "\".",
                "Give each its own name, as in Task.named(\"booking.confirm\", ...), and register it once."));
      }
    }
    Set<String> schedules = new HashSet<>();
    for (Schedule schedule : site.extensions(Tasks.SCHEDULES)) {
      if (!schedules.add(schedule.name())) {
        found.add(
            CheckMessage.error(
                "tasks.E002",
                "Two schedules have the name \"" + schedule.name() + "\".",
                "Tell them apart: Schedule.cron(...).named(\"...\")."));
      }
      if (!names.contains(schedule.task().name())) {
        found.add(
            CheckMessage.error(
                "tasks.E003",
                "The " + schedule + " enqueues " + schedule.task() + ", which is not registered.",
                "Add it beside the schedule: config.add(Tasks.POINT, ...)."));
      }
    }
    int concurrency = site.setting(TasksSettings.CONCURRENCY);
    if (usesDatabase(site) && concurrency > site.setting(OrmSettings.POOL_SIZE) - OWN_CONNECTIONS) {
      found.add(
          CheckMessage.warning(
              "tasks.W001",
              "A worker runs "
                  + concurrency
                  + " tasks at the same time, which leaves it no database connection to renew their"
                  + " leases.",
              "Set orm.pool-size to "
                  + (concurrency + OWN_CONNECTIONS)
                  + " or more, or tasks.concurrency to "
                  + OWN_CONNECTIONS
                  + " less than the pool."));
    }
    return found;
  }

  /** Whether the site's database is the broker, and this site has its settings. */
  private static boolean usesDatabase(SiteContext site) {
    return site.setting(TasksSettings.BROKER).equals("database") && site.app("orm").isPresent();
  }
}
