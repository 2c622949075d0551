package io.quintet.tasks;

import io.quintet.core.settings.Setting;
import java.time.Duration;

/** The settings of this room. */
public final class TasksSettings {

  /** When a web process runs tasks too. */
  public enum InProcess {
    /** When debug is on. */
    IN_DEVELOPMENT,
    /** Always; good for a small site with one process. */
    ALWAYS,
    /** Never; tasks are run by ./manage worker. */
    NEVER
  }

  /** The broker: database, memory, immediate, or a name added at {@link Tasks#BROKERS}. */
  public static final Setting<String> BROKER =
      Setting.text(
          "tasks.broker",
          "database",
          "Where tasks wait: database, memory (lost at exit), immediate (run at once, in the caller), or one an app brings");

  /** Whether the web process runs tasks. */
  public static final Setting<InProcess> IN_PROCESS =
      Setting.enumeration(
          "tasks.in-process",
          InProcess.IN_DEVELOPMENT,
          "Whether the web process runs tasks: in-development, always, never");

  /** How many tasks a worker runs at the same time. */
  public static final Setting<Integer> CONCURRENCY =
      Setting.integer("tasks.concurrency", 8, "How many tasks one worker runs at the same time")
          .check(value -> value >= 1 && value <= 10_000, "1 to 10000");

  /** How often an idle worker looks for tasks that another process enqueued. */
  public static final Setting<Duration> POLL =
      Setting.duration(
              "tasks.poll", Duration.ofSeconds(1), "How often an idle worker looks for new tasks")
          .check(Duration::isPositive, "more than zero");

  /** How long a worker that has died keeps its tasks from others. */
  public static final Setting<Duration> LEASE =
      Setting.duration(
              "tasks.lease",
              Duration.ofMinutes(1),
              "A running task is renewed three times in this time; after it the task of a dead worker is run again")
          .check(value -> value.compareTo(Duration.ofSeconds(3)) >= 0, "3 seconds or more");

  /** How long a worker that is told to stop lets its tasks finish. */
  public static final Setting<Duration> STOP_GRACE =
      Setting.duration(
              "tasks.stop-grace",
              Duration.ofSeconds(30),
              "How long a stopping worker lets its tasks finish before it interrupts them and gives them back")
          .check(value -> !value.isNegative(), "zero or more");

  /** How many workers may die on a task before it is given up. */
  public static final Setting<Integer> MAX_CRASHES =
      Setting.integer(
              "tasks.max-crashes", 3, "A task during which this many workers died is not run again")
          .check(value -> value >= 1, "1 or more");

  /** How long finished tasks are kept. */
  public static final Setting<Duration> KEEP =
      Setting.duration(
              "tasks.keep",
              Duration.ofDays(7),
              "How long successful tasks and their results are kept; failed ones stay until purged")
          .check(value -> !value.isNegative(), "zero or more");

  private TasksSettings() {}
}
