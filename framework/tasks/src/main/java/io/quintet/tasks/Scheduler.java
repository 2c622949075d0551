package io.quintet.tasks;

import io.quintet.core.CoreSettings;
import io.quintet.core.SiteContext;
import io.quintet.tasks.spi.Broker;
import io.quintet.tasks.spi.TaskMessage;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Enqueues the tasks of the site's schedules when they are due, once for each tick over all
 * workers.
 */
final class Scheduler {
  private static final System.Logger LOG = System.getLogger("io.quintet.tasks");

  private final Broker broker;
  private final List<Schedule> schedules;
  private final ZoneId zone;

  /**
   * When each schedule need be looked at again, so that an idle worker asks the broker only about
   * what is due.
   */
  private final Map<Schedule, Instant> nextLook = new HashMap<>();

  Scheduler(SiteContext site, Broker broker) {
    this.broker = broker;
    this.schedules = site.extensions(Tasks.SCHEDULES);
    this.zone = site.setting(CoreSettings.TIME_ZONE);
  }

  /** Enqueues what is due and answers how many tasks that were. */
  synchronized int tick(Instant now) {
    int sent = 0;
    for (Schedule schedule : schedules) {
      if (!nextLook.getOrDefault(schedule, Instant.MIN).isAfter(now) && tick(schedule, now)) {
        sent++;
      }
    }
    return sent;
  }

  private boolean tick(Schedule schedule, Instant now) {
    Instant last = broker.lastTick(schedule.name(), schedule.specification(zone), now);
    Optional<Instant> due = schedule.latest(last, now, zone);
    boolean sent = false;
    if (due.isPresent()) {
      TaskMessage message = Enqueue.message(schedule.task(), schedule.arguments(), now, now);
      sent = broker.advance(schedule.name(), last, due.get(), message);
      if (sent) {
        LOG.log(
            Level.INFO,
            () ->
                schedule
                    + " enqueued "
                    + schedule.task()
                    + " "
                    + message.id()
                    + " for "
                    + due.get());
      }
    }
    nextLook.put(schedule, schedule.next(now, zone));
    return sent;
  }
}
