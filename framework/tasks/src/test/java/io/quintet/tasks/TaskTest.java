package io.quintet.tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quintet.core.SiteContext;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class TaskTest {
  private static final ScopedValue<List<@Nullable Object>> SEEN = ScopedValue.newInstance();

  static final Task<Long> CONFIRM =
      Task.named("booking.confirm", TaskTest::confirm).queue("mail").retry(Retry.exponential(5));
  static final Task<Long> BOXED = Task.named("boxed", TaskTest::boxed);
  static final Task<String> TEXT = Task.named("text", TaskTest::text);
  static final Task<UUID> BY_UUID = Task.named("uuid", TaskTest::uuid);
  static final Task<Boolean> FLAG = Task.named("flag", TaskTest::flag);
  static final Task<BigDecimal> AMOUNT = Task.named("amount", TaskTest::amount);
  static final Task<LocalDate> DAY = Task.named("day", TaskTest::day);
  static final Task<Instant> MOMENT = Task.named("moment", TaskTest::moment);
  static final Task<Map<String, @Nullable Object>> OBJECT = Task.named("object", TaskTest::object);
  static final Task<List<Integer>> NUMBERS =
      Task.named("numbers", Codec.list(Codec.INTEGER), numbers -> SEEN.get().add(numbers));
  static final Task0 CLEAN = Task.named("clean", TaskTest::clean);
  static final ResultTask<Long, BigDecimal> HALF =
      Task.returning("half", Codec.LONG, Codec.DECIMAL, TaskTest::half);
  static final ResultTask0<String> GREETING = Task.returning("greeting", Codec.TEXT, () -> "hello");

  private final MovableClock clock = new MovableClock("2026-03-01T12:00:00Z");
  private final TaskCapture tasks = new TaskCapture();
  private final SiteContext site =
      tasks
          .install(
              TestSite.with(
                  clock,
                  config -> {
                    for (TaskDefinition task :
                        List.of(
                            CONFIRM, BOXED, TEXT, BY_UUID, FLAG, AMOUNT, DAY, MOMENT, OBJECT,
                            NUMBERS, CLEAN, HALF, GREETING)) {
                      config.add(Tasks.POINT, task);
                    }
                  }))
          .build();

  static void confirm(long bookingId) {
    SEEN.get().add(bookingId);
  }

  static void boxed(Long id) {
    SEEN.get().add(id);
  }

  static void text(String text) {
    SEEN.get().add(text);
  }

  static void uuid(UUID uuid) {
    SEEN.get().add(uuid);
  }

  static void flag(boolean flag) {
    SEEN.get().add(flag);
  }

  static void amount(BigDecimal amount) {
    SEEN.get().add(amount);
  }

  static void day(LocalDate day) {
    SEEN.get().add(day);
  }

  static void moment(Instant moment) {
    SEEN.get().add(moment);
  }

  static void object(Map<String, @Nullable Object> object) {
    SEEN.get().add(object);
  }

  static void clean() {
    SEEN.get().add("clean");
  }

  static BigDecimal half(Long number) {
    return BigDecimal.valueOf(number).divide(BigDecimal.TWO);
  }

  @Test
  void theArgumentArrivesWithTheTypeOfTheMethod() throws Exception {
    UUID uuid = UUID.randomUUID();
    List<@Nullable Object> seen = new ArrayList<>();

    site.call(() -> {
      CONFIRM.enqueue(7L);
      BOXED.enqueue(8L);
      TEXT.enqueue("x");
      BY_UUID.enqueue(uuid);
      FLAG.enqueue(true);
      AMOUNT.enqueue(new BigDecimal("1.50"));
      DAY.enqueue(LocalDate.EPOCH);
      MOMENT.enqueue(Instant.EPOCH);
      OBJECT.enqueue(Map.of("a", List.of(1L)));
      NUMBERS.enqueue(List.of(1, 2));
      CLEAN.enqueue();
      return ScopedValue.where(SEEN, seen).call(() -> tasks.runAll(site));
    });

    assertThat(seen)
        .containsExactly(
            7L,
            8L,
            "x",
            uuid,
            true,
            new BigDecimal("1.50"),
            LocalDate.EPOCH,
            Instant.EPOCH,
            Map.of("a", List.of(1L)),
            List.of(1, 2),
            "clean");
  }

  @Test
  void aTaskIsCapturedWithItsQueueAndTime() {
    site.run(() -> {
      CONFIRM.enqueueAfter(Duration.ofMinutes(5), 7L);
      CONFIRM.queue("bulk").enqueueAt(Instant.parse("2026-03-02T00:00:00Z"), 8L);
    });

    assertThat(tasks.arguments(CONFIRM)).containsExactly(7L, 8L);
    assertThat(tasks.count(CONFIRM)).isEqualTo(2);
    assertThat(tasks.all()).extracting(TaskCapture.Captured::queue).containsExactly("mail", "bulk");
    assertThat(tasks.all())
        .extracting(TaskCapture.Captured::due)
        .containsExactly(
            Instant.parse("2026-03-01T12:05:00Z"), Instant.parse("2026-03-02T00:00:00Z"));
  }

  @Test
  void aResultIsKeptForWhoeverEnqueuedTheTask() throws Exception {
    site.call(() -> {
      TaskHandle<BigDecimal> half = HALF.enqueue(5L);
      TaskHandle<String> greeting = GREETING.enqueue();
      assertThat(half.state()).isEqualTo(TaskState.PENDING);

      tasks.runAll(site);

      assertThat(half.waitFor(Duration.ZERO).value()).isEqualByComparingTo("2.5");
      assertThat(greeting.result().value()).isEqualTo("hello");
      assertThat(HALF.handle(half.id()).result().value()).isEqualByComparingTo("2.5");
      assertThat(Tasks.find(half.id()).orElseThrow().attempts()).isEqualTo(1);
      return true;
    });
  }

  @Nested
  class Failures {
    @Test
    void aTaskThatIsNotRegisteredCannotBeEnqueued() {
      Task<Long> forgotten = Task.named("booking.confrm", TaskTest::confirm);

      site.run(() ->
          assertThatThrownBy(() -> forgotten.enqueue(1L))
              .isInstanceOf(UnknownTask.class)
              .hasMessage(
                  "Task \"booking.confrm\" is not registered (did you mean 'booking.confirm'?). Add it in an app's configure:"
                      + " config.add(Tasks.POINT, ...). Registered are amount, booking.confirm, boxed, clean, day, flag,"
                      + " greeting, half, moment, numbers, object, text, uuid"));
    }

    @Test
    void waitingForATaskThatNobodyRunsEnds() throws Exception {
      site.call(() -> {
        TaskHandle<?> handle = CLEAN.enqueue();
        assertThatThrownBy(() -> handle.waitFor(Duration.ofMillis(1)))
            .isInstanceOf(TaskTimeout.class)
            .hasMessageEndingWith(
                "was not done after PT0.001S; its state is PENDING. Does a worker serve its queue?");
        return true;
      });
    }

    @Test
    void aTaskWithoutAResultSaysHowToHaveOne() throws Exception {
      site.call(() -> {
        TaskHandle<?> handle = TEXT.enqueue("x");
        ScopedValue.where(SEEN, new ArrayList<>()).call(() -> tasks.runAll(site));
        assertThatThrownBy(() -> handle.result().value())
            .hasMessage(
                "Task \"text\" gives no result; declare it with Task.returning(...) to have one");
        return true;
      });
    }

    @Test
    void anUnknownIdIsExplained() {
      UUID id = UUID.fromString("00000000-0000-4000-8000-000000000001");
      site.run(() ->
          assertThatThrownBy(() -> HALF.handle(id).state())
              .hasMessage(
                  "No task 00000000-0000-4000-8000-000000000001 is known: its transaction has not committed or was rolled back,"
                      + " or it was purged"));
    }

    @Test
    void aFailureReachesTheTestThatRunsTheTask() {
      site.run(() -> {
        TEXT.enqueue("x");
        assertThatThrownBy(() -> tasks.runAll(site)) // SEEN is not bound, so the body throws
            .isInstanceOf(AssertionError.class)
            .hasMessage("Task \"text\" with arguments [\"x\"] failed")
            .hasCauseInstanceOf(java.util.NoSuchElementException.class);
      });
    }

    @Test
    void namesAndQueuesAreChecked() {
      assertThatThrownBy(() -> Task.named("two words", TaskTest::clean))
          .hasMessage(
              "A task's name has 1 to 200 characters and no spaces, as in \"booking.confirm\", but was \"two words\"");
      assertThatThrownBy(() -> CLEAN.queue("a,b"))
          .hasMessage("A queue's name has 1 to 100 characters and no comma, but was \"a,b\"");
      assertThatThrownBy(() -> CLEAN.timeLimit(Duration.ZERO))
          .hasMessage("A time limit must be more than zero but was PT0S");
    }
  }
}
