package io.quintet.tasks.brokers;

import io.quintet.orm.Databases;
import io.quintet.orm.Db;
import io.quintet.tasks.models.QueuedTask;
import io.quintet.tasks.spi.Claim;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/** The rows that a worker may take, locked for the rest of the transaction. */
final class DueRows {
  private static final Comparator<QueuedTask> ORDER =
      Comparator.<QueuedTask>comparingInt(row -> -row.priority)
          .thenComparing(row -> row.due == null ? row.runAt : row.due)
          .thenComparing(row -> row.id);

  private DueRows() {}

  /**
   * On PostgreSQL, rows that another worker is taking are passed over; on SQLite only one
   * transaction can write.
   */
  static List<QueuedTask> lock(Claim claim) {
    List<Object> values = new ArrayList<>();
    StringBuilder sql = new StringBuilder("SELECT * FROM tasks_queuedtask WHERE due <= ?");
    values.add(claim.now());
    if (!claim.queues().isEmpty()) {
      sql.append(" AND queue IN (")
          .append(String.join(", ", Collections.nCopies(claim.queues().size(), "?")))
          .append(')');
      values.addAll(claim.queues());
    }
    sql.append(" ORDER BY priority DESC, due, id LIMIT ?");
    values.add(claim.limit());
    if (Db.vendor(Databases.DEFAULT).equals("postgresql")) {
      sql.append(" FOR UPDATE SKIP LOCKED");
    }
    return QueuedTask.objects.raw(sql.toString(), values.toArray()).stream().sorted(ORDER).toList();
  }
}
