package io.quintet.tasks.brokers;

import static io.quintet.tasks.models.QScheduleState.scheduleState;

import io.quintet.orm.Db;
import io.quintet.orm.IntegrityException;
import io.quintet.tasks.models.ScheduleState;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** The row of each schedule, moved from tick to tick by whoever is first. */
final class ScheduleRows {
  private static final System.Logger LOG = System.getLogger("io.quintet.tasks");

  private ScheduleRows() {}

  static Instant lastTick(String name, String specification, Instant now) {
    Instant start = now.truncatedTo(ChronoUnit.MILLIS);
    Optional<ScheduleState> found = find(name);
    if (found.isEmpty()) {
      return insert(name, specification, start);
    }
    if (found.get().specification.equals(specification)) {
      return found.get().lastTick;
    }
    ScheduleState.objects
        .filter(
            scheduleState.name.eq(name), scheduleState.specification.eq(found.get().specification))
        .update(scheduleState.specification.set(specification), scheduleState.lastTick.set(start));
    return find(name).map(row -> row.lastTick).orElse(start);
  }

  private static Instant insert(String name, String specification, Instant start) {
    ScheduleState row = new ScheduleState();
    row.name = name;
    row.specification = specification;
    row.lastTick = start;
    try {
      Db.atomic(() -> row.save());
      return start;
    } catch (IntegrityException e) {
      LOG.log(Level.DEBUG, () -> "Another worker was first to see the schedule \"" + name + "\"");
      return find(name).orElseThrow(() -> e).lastTick;
    }
  }

  static boolean advance(String name, Instant from, Instant tick) {
    return ScheduleState.objects
            .filter(scheduleState.name.eq(name), scheduleState.lastTick.eq(from))
            .update(scheduleState.lastTick.set(tick))
        > 0;
  }

  private static Optional<ScheduleState> find(String name) {
    return ScheduleState.objects.filter(scheduleState.name.eq(name)).first();
  }
}
