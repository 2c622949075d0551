package io.quintet.tasks.brokers;

import io.quintet.tasks.models.QueuedTask;
import io.quintet.tasks.spi.Failure;
import io.quintet.tasks.spi.TaskMessage;
import io.quintet.tasks.spi.TaskRecord;
import org.jspecify.annotations.Nullable;

/** Between messages and rows. */
final class TaskRows {
  private TaskRows() {}

  static QueuedTask of(TaskMessage message) {
    QueuedTask row = new QueuedTask();
    row.uid = message.id();
    row.task = message.task();
    row.arguments = message.arguments();
    row.queue = message.queue();
    row.priority = message.priority();
    row.enqueued = message.enqueued();
    row.runAt = message.due();
    row.due = message.due();
    return row;
  }

  static TaskMessage message(QueuedTask row) {
    return new TaskMessage(
        row.uid, row.task, row.arguments, row.queue, row.priority, row.enqueued, row.runAt);
  }

  static TaskRecord record(QueuedTask row) {
    return new TaskRecord(
        message(row),
        row.state,
        row.attempts,
        row.crashes,
        row.started,
        row.finished,
        row.worker,
        row.result,
        failure(row));
  }

  private static @Nullable Failure failure(QueuedTask row) {
    return row.errorType == null
        ? null
        : new Failure(row.errorType, text(row.errorMessage), text(row.errorTrace));
  }

  private static String text(@Nullable String stored) {
    return stored == null ? "" : stored;
  }
}
