package io.quintet.tasks;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A task enqueued at regular times, registered at {@link Tasks#SCHEDULES}.
 *
 * <pre>{@code
 * config.add(Tasks.SCHEDULES, Schedule.cron("0 3 * * *", SessionTasks.CLEAR));
 * config.add(Tasks.SCHEDULES, Schedule.cron("30 8 * * MON-FRI", DIGEST, "staff").zone(ZoneId.of("Europe/Vienna")));
 * config.add(Tasks.SCHEDULES, Schedule.every(Duration.ofMinutes(5), FeedTasks.FETCH));
 * }</pre>
 *
 * <p>Every worker looks after every schedule, and each tick is enqueued once however many there
 * are. When no worker ran at the time of one or more ticks, the task is enqueued once when the next
 * worker starts. A schedule whose times are changed starts anew.
 */
public final class Schedule {
  private final String name;
  private final TaskDefinition task;
  private final String arguments;
  private final Times times;
  private final @Nullable ZoneId zone;

  /** When a schedule ticks. */
  private sealed interface Times {
    /** The first tick after a moment. */
    Instant next(Instant after, ZoneId zone);

    record ByCron(Cron cron) implements Times {
      @Override
      public Instant next(Instant after, ZoneId zone) {
        return cron.next(after, zone);
      }

      @Override
      public String toString() {
        return "cron " + cron;
      }
    }

    record ByInterval(Duration interval) implements Times {
      @Override
      public Instant next(Instant after, ZoneId zone) {
        long step = interval.toMillis();
        return Instant.ofEpochMilli((Math.floorDiv(after.toEpochMilli(), step) + 1) * step);
      }

      @Override
      public String toString() {
        return "every " + interval;
      }
    }
  }

  private Schedule(
      String name, TaskDefinition task, String arguments, Times times, @Nullable ZoneId zone) {
    this.name = name;
    this.task = task;
    this.arguments = arguments;
    this.times = times;
    this.zone = zone;
  }

  /**
   * At the times of a five-field cron expression, in the site's time zone. Names of months and
   * days, ranges, steps, lists and {@code @daily} and its like are understood.
   *
   * @throws IllegalArgumentException if the expression is wrong; the message names the field
   */
  public static Schedule cron(String expression, Task0 task) {
    return of(task, TaskDefinition.list(), new Times.ByCron(Cron.parse(expression)));
  }

  /** At the times of a cron expression, with an argument; see {@link #cron(String, Task0)}. */
  public static <A> Schedule cron(String expression, Task<A> task, A argument) {
    return of(task, task.write(argument), new Times.ByCron(Cron.parse(expression)));
  }

  /**
   * At fixed intervals, counted from the start of 1970 in UTC so that all workers agree: every ten
   * minutes means at 0, 10, 20 and so on past the hour.
   *
   * @param interval one second or more
   */
  public static Schedule every(Duration interval, Task0 task) {
    return of(task, TaskDefinition.list(), interval(interval));
  }

  /** At fixed intervals, with an argument; see {@link #every(Duration, Task0)}. */
  public static <A> Schedule every(Duration interval, Task<A> task, A argument) {
    return of(task, task.write(argument), interval(interval));
  }

  private static Times interval(Duration interval) {
    if (interval.compareTo(Duration.ofSeconds(1)) < 0) {
      throw new IllegalArgumentException(
          "The interval of a schedule is one second or more but was " + interval);
    }
    return new Times.ByInterval(interval);
  }

  private static Schedule of(TaskDefinition task, String arguments, Times times) {
    return new Schedule(task.name(), task, arguments, times, null);
  }

  /**
   * The same schedule under another name. The name is that of the task by default and must be
   * unique in the site.
   */
  public Schedule named(String name) {
    return new Schedule(name, task, arguments, times, zone);
  }

  /** The same schedule in another time zone. */
  public Schedule zone(ZoneId zone) {
    return new Schedule(name, task, arguments, times, zone);
  }

  /** The name, unique in the site. */
  public String name() {
    return name;
  }

  /** The task it enqueues. */
  public TaskDefinition task() {
    return task;
  }

  /**
   * The first tick after a moment; {@code siteZone} counts unless the schedule has a zone of its
   * own.
   */
  public Instant next(Instant after, ZoneId siteZone) {
    return times.next(after, effective(siteZone));
  }

  /** The latest tick that is after one moment and not after another. */
  Optional<Instant> latest(Instant after, Instant until, ZoneId siteZone) {
    if (next(after, siteZone).isAfter(until)) {
      return Optional.empty();
    }
    Duration window = Duration.ofMinutes(1);
    Instant start = until.minus(window);
    while (start.isAfter(after) && next(start, siteZone).isAfter(until)) {
      window = window.multipliedBy(4);
      start = until.minus(window);
    }
    Instant tick = next(start.isAfter(after) ? start : after, siteZone);
    for (Instant later = next(tick, siteZone);
        !later.isAfter(until);
        later = next(later, siteZone)) {
      tick = later;
    }
    return Optional.of(tick);
  }

  /** The times as text, by which a change is noticed. */
  String specification(ZoneId siteZone) {
    return times instanceof Times.ByCron ? times + " " + effective(siteZone) : times.toString();
  }

  String arguments() {
    return arguments;
  }

  private ZoneId effective(ZoneId siteZone) {
    return zone == null ? siteZone : zone;
  }

  @Override
  public String toString() {
    return "schedule \"" + name + "\" (" + times + ")";
  }
}
