package io.quintet.tasks.models;

import io.quintet.orm.Entity;
import io.quintet.orm.Manager;
import io.quintet.orm.annotation.Index;
import io.quintet.orm.annotation.Model;
import io.quintet.orm.annotation.Text;
import io.quintet.orm.annotation.Unique;
import io.quintet.tasks.TaskState;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A task in the database broker: waiting, running or finished. Written by the broker; for others to
 * read.
 */
@Model(ordering = "-id", verboseName = "task")
@Index(
    value = {"state", "finished"},
    name = "tasks_state_finished_idx")
public class QueuedTask extends Entity {
  public static final Manager<QueuedTask> objects = Manager.of(QueuedTask.class);

  /** The id by which producers know it. */
  @Unique public UUID uid = new UUID(0, 0);

  /** The name of the task. */
  @Size(max = 200)
  public String task = "";

  /** The arguments, a JSON list. */
  @Text public String arguments = "[]";

  @Size(max = 100)
  public String queue = "";

  /** Higher goes first. */
  public int priority;

  public TaskState state = TaskState.PENDING;

  /** When it was enqueued. */
  public Instant enqueued = Instant.EPOCH;

  /** The earliest time to run it, as asked for by the producer. */
  public Instant runAt = Instant.EPOCH;

  /**
   * When a worker may take it: while it waits, its time; while it runs, the end of its lease; null
   * when it is finished.
   */
  @Index public @Nullable Instant due;

  /** How often it has been started. */
  public int attempts;

  /** How many attempts ended with a lease that ran out. */
  public int crashes;

  /** When the last attempt started. */
  public @Nullable Instant started;

  /** When it was done or dead. */
  public @Nullable Instant finished;

  /** The worker that holds or last held it. */
  @Size(max = 100)
  public @Nullable String worker;

  /** The result as JSON. */
  @Text public @Nullable String result;

  /** The class of the last failure; null if it never failed. */
  @Size(max = 255)
  public @Nullable String errorType;

  /** The message of the last failure. */
  @Text public @Nullable String errorMessage;

  /** The stack trace of the last failure. */
  @Text public @Nullable String errorTrace;

  @Override
  public String toString() {
    return task + " " + uid;
  }
}
