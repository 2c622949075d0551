package io.quintet.tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quintet.core.CoreSettings;
import io.quintet.core.SiteContext;
import io.quintet.core.checks.CheckContext;
import io.quintet.core.checks.CheckMessage;
import io.quintet.core.checks.Checks;
import io.quintet.tasks.spi.Broker;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScheduleTest {
  private static final Task0 CLEAN = Task.named("clean", () -> {});
  private static final Task<String> DIGEST = Task.named("digest", (String team) -> {});

  private final MovableClock clock = new MovableClock("2026-03-01T12:00:00Z");
  private final TaskCapture tasks = new TaskCapture();

  @Test
  void aScheduleEnqueuesItsTaskAtEachTick() {
    SiteContext site = site(Schedule.cron("0 3 * * *", CLEAN));

    tickHourly(site, 50);

    assertThat(tasks.all())
        .extracting(TaskCapture.Captured::due)
        .containsExactly(
            Instant.parse("2026-03-02T03:00:00Z"), Instant.parse("2026-03-03T03:00:00Z"));
  }

  @Test
  void severalWorkersEnqueueATickOnce() {
    SiteContext site = site(Schedule.every(Duration.ofHours(1), CLEAN));
    Broker broker = site.service(Tasks.BROKER);
    List<Scheduler> workers =
        List.of(
            new Scheduler(site, broker), new Scheduler(site, broker), new Scheduler(site, broker));
    workers.forEach(worker -> worker.tick(clock.instant()));

    clock.advance(Duration.ofHours(1));

    assertThat(workers.stream().mapToInt(worker -> worker.tick(clock.instant())).sum())
        .isEqualTo(1);
    assertThat(tasks.count(CLEAN)).isEqualTo(1);
  }

  @Test
  void theArgumentGoesWithTheTask() {
    SiteContext site = site(Schedule.every(Duration.ofHours(1), DIGEST, "staff"));

    tickHourly(site, 2);

    assertThat(tasks.arguments(DIGEST)).containsExactly("staff", "staff");
  }

  @Test
  void ticksThatNoWorkerSawAreMadeUpForOnce() {
    SiteContext site = site(Schedule.every(Duration.ofMinutes(1), CLEAN));
    tickHourly(site, 0);

    clock.advance(Duration.ofDays(400));
    new Scheduler(site, site.service(Tasks.BROKER)).tick(clock.instant());

    assertThat(tasks.count(CLEAN)).isEqualTo(1);
  }

  @Test
  void hoursAreThoseOfTheScheduleOrElseOfTheSite() {
    Instant winter = Instant.parse("2026-01-01T00:00:00Z");
    Schedule nightly = Schedule.cron("0 3 * * *", CLEAN);

    assertThat(nightly.next(winter, ZoneId.of("Europe/Vienna"))).isEqualTo("2026-01-01T02:00:00Z");
    assertThat(nightly.zone(ZoneId.of("Asia/Tokyo")).next(winter, ZoneId.of("Europe/Vienna")))
        .isEqualTo("2026-01-01T18:00:00Z");
  }

  @Test
  void theLatestTickIsFoundHoweverLongAgoTheLastWas() {
    Schedule schedule = Schedule.cron("* * * * *", CLEAN);
    Instant now = Instant.parse("2026-03-01T12:00:30Z");

    assertThat(schedule.latest(now.minus(Duration.ofDays(3650)), now, ZoneId.of("UTC")))
        .contains(now.minusSeconds(30));
    assertThat(schedule.latest(now.minusSeconds(30), now, ZoneId.of("UTC"))).isEmpty();
    assertThat(Schedule.cron("0 0 29 2 *", CLEAN).latest(Instant.EPOCH, now, ZoneId.of("UTC")))
        .contains(Instant.parse("2024-02-29T00:00:00Z"));
  }

  @Test
  void anIntervalTicksAtWholeMultiples() {
    assertThat(
            Schedule.every(Duration.ofMinutes(10), CLEAN)
                .next(Instant.parse("2026-03-01T12:03:00Z"), ZoneId.of("UTC")))
        .isEqualTo("2026-03-01T12:10:00Z");
    assertThatThrownBy(() -> Schedule.every(Duration.ofMillis(5), CLEAN))
        .hasMessage("The interval of a schedule is one second or more but was PT0.005S");
  }

  @Test
  void mistakesInTheRegistrationAreFoundByTheSystemChecks() {
    SiteContext site =
        TestSite.with(
                clock,
                config ->
                    config
                        .add(Tasks.POINT, CLEAN)
                        .add(Tasks.POINT, Task.named("clean", () -> {}))
                        .add(Tasks.SCHEDULES, Schedule.cron("0 3 * * *", CLEAN))
                        .add(Tasks.SCHEDULES, Schedule.cron("0 4 * * *", CLEAN))
                        .add(Tasks.SCHEDULES, Schedule.cron("0 5 * * *", DIGEST, "staff")))
            .build();

    assertThat(
            site.extensions(Checks.POINT).stream()
                .flatMap(check -> check.run(new CheckContext(site, false)).stream()))
        .extracting(CheckMessage::id, CheckMessage::text)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(
                "tasks.E001", "Two tasks are registered under the name \"clean\"."),
            org.assertj.core.groups.Tuple.tuple(
                "tasks.E002", "Two schedules have the name \"clean\"."),
            org.assertj.core.groups.Tuple.tuple(
                "tasks.E003",
                "The schedule \"digest\" (cron 0 5 * * *) enqueues task \"digest\", which is not registered."));
  }

  private SiteContext site(Schedule schedule) {
    return tasks
        .install(
            TestSite.with(
                clock,
                config ->
                    config
                        .add(Tasks.POINT, CLEAN)
                        .add(Tasks.POINT, DIGEST)
                        .add(Tasks.SCHEDULES, schedule)))
        .set(CoreSettings.TIME_ZONE, ZoneId.of("UTC"))
        .build();
  }

  private void tickHourly(SiteContext site, int hours) {
    Scheduler scheduler = new Scheduler(site, site.service(Tasks.BROKER));
    scheduler.tick(clock.instant());
    for (int hour = 0; hour < hours; hour++) {
      clock.advance(Duration.ofHours(1));
      scheduler.tick(clock.instant());
    }
  }
}
