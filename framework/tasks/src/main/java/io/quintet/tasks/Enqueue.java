package io.quintet.tasks;

import io.quintet.core.SiteContext;
import io.quintet.core.signals.Receivers;
import io.quintet.tasks.spi.Broker;
import io.quintet.tasks.spi.TaskMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.Executor;

/** Makes messages and hands them to the broker, in the transaction or after it. */
final class Enqueue {
  private Enqueue() {}

  static UUID now(TaskDefinition task, String arguments) {
    return after(Duration.ZERO, task, arguments);
  }

  static UUID after(Duration wait, TaskDefinition task, String arguments) {
    SiteContext site = SiteContext.current();
    return send(site, task, arguments, site.clock().instant().plus(wait));
  }

  static UUID at(Instant due, TaskDefinition task, String arguments) {
    return send(SiteContext.current(), task, arguments, due);
  }

  private static UUID send(SiteContext site, TaskDefinition task, String arguments, Instant due) {
    site.service(Tasks.REGISTRY).get(task.name());
    TaskMessage message = message(task, arguments, site.clock().instant(), due);
    Broker broker = site.service(Tasks.BROKER);
    Executor afterCommit = site.service(Receivers.AFTER_COMMIT);
    WakeUp wakeUp = site.service(Tasks.WAKE_UP);
    if (broker.isTransactional()) {
      broker.send(message);
      afterCommit.execute(wakeUp::signal);
    } else {
      afterCommit.execute(() -> {
        broker.send(message);
        wakeUp.signal();
      });
    }
    return message.id();
  }

  static TaskMessage message(TaskDefinition task, String arguments, Instant now, Instant due) {
    return new TaskMessage(
        UUID.randomUUID(), task.name(), arguments, task.queue(), task.priority(), now, due);
  }
}
