package io.quintet.tasks;

import io.quintet.core.SiteContext;
import io.quintet.tasks.spi.Broker;
import io.quintet.tasks.spi.Delivery;
import io.quintet.tasks.spi.TaskMessage;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * What a worker does from time to time beside running tasks: time limits, leases, schedules,
 * forgetting old results.
 */
final class Heartbeat {
  private static final System.Logger LOG = System.getLogger("io.quintet.tasks");
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);
  private static final Duration BETWEEN_PURGES = Duration.ofHours(1);

  private final SiteContext site;
  private final Broker broker;
  private final Scheduler scheduler;
  private final WorkerSlots slots;
  private final Duration lease;
  private final Duration keep;
  private Instant renewed = Instant.EPOCH;
  private Instant purged = Instant.EPOCH;

  Heartbeat(SiteContext site, Broker broker, Scheduler scheduler, WorkerSlots slots) {
    this.site = site;
    this.broker = broker;
    this.scheduler = scheduler;
    this.slots = slots;
    this.lease = site.setting(TasksSettings.LEASE);
    this.keep = site.setting(TasksSettings.KEEP);
  }

  /** How long to wait between beats. */
  Duration pause() {
    Duration third = lease.dividedBy(3);
    return third.compareTo(LONGEST_PAUSE) < 0 ? third : LONGEST_PAUSE;
  }

  /** One beat. What fails is logged and tried again at the next. */
  void beat() {
    Instant now = site.clock().instant();
    careful("time limits", () -> enforceTimeLimits(now));
    careful("leases", () -> renewLeases(now));
    careful("schedules", () -> scheduler.tick(now));
    careful("old results", () -> purge(now));
  }

  private void careful(String what, Runnable work) {
    try {
      site.run(work);
    } catch (RuntimeException e) {
      LOG.log(Level.ERROR, "The worker could not look after " + what + "; it tries again", e);
    }
  }

  private void enforceTimeLimits(Instant now) {
    for (Running running : slots.running()) {
      TaskMessage message = running.delivery().message();
      Optional<Duration> limit =
          site.service(Tasks.REGISTRY).find(message.task()).flatMap(TaskDefinition::timeLimit);
      if (limit.isPresent()
          && running.started().plus(limit.get()).isBefore(now)
          && running.interrupt(Running.Reason.TIME_LIMIT)) {
        LOG.log(
            Level.WARNING,
            () ->
                "Task "
                    + message.task()
                    + " "
                    + message.id()
                    + " is interrupted: it ran longer than "
                    + limit.get());
      }
    }
  }

  private void renewLeases(Instant now) {
    if (renewed.plus(lease.dividedBy(3)).isAfter(now)) {
      return;
    }
    List<Running> running = slots.running();
    if (!running.isEmpty()) {
      List<Delivery> held = running.stream().map(Running::delivery).toList();
      Set<UUID> kept = broker.renew(held, now.plus(lease));
      running.stream()
          .filter(task -> !kept.contains(task.delivery().message().id()))
          .forEach(this::abandon);
    }
    renewed = now;
  }

  private void abandon(Running running) {
    TaskMessage message = running.delivery().message();
    if (slots.running().contains(running) && running.interrupt(Running.Reason.LEASE_LOST)) {
      LOG.log(
          Level.WARNING,
          () ->
              "Task "
                  + message.task()
                  + " "
                  + message.id()
                  + " is interrupted: its lease ran out and another worker has it. Was this process suspended?");
    }
  }

  private void purge(Instant now) {
    if (!purged.plus(BETWEEN_PURGES).isAfter(now)) {
      broker.purge(Set.of(TaskState.SUCCESS), now.minus(keep));
      purged = now;
    }
  }
}
