package io.quintet.tasks.migrations;

import io.quintet.orm.migrations.Migration;

/** Create model QueuedTask; Create model ScheduleState. */
public final class M0001_initial extends Migration {
  public M0001_initial() {
    super("tasks", "0001_initial");
    operations(
        createModel("QueuedTask")
            .fields(
                id(),
                uuid("uid").unique(),
                varchar("task", 200),
                text("arguments"),
                varchar("queue", 100),
                integer("priority"),
                varchar("state", 32),
                timestamp("enqueued"),
                timestamp("runAt"),
                timestamp("due").indexed().nullable(),
                integer("attempts"),
                integer("crashes"),
                timestamp("started").nullable(),
                timestamp("finished").nullable(),
                varchar("worker", 100).nullable(),
                text("result").nullable(),
                varchar("errorType", 255).nullable(),
                text("errorMessage").nullable(),
                text("errorTrace").nullable())
            .index("tasks_state_finished_idx", "state", "finished")
            .ordering("-id"),
        createModel("ScheduleState")
            .fields(
                id(),
                varchar("name", 200).unique(),
                varchar("specification", 300),
                timestamp("lastTick"))
            .ordering("name"));
  }
}
