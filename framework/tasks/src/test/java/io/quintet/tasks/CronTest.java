package io.quintet.tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CronTest {
  private static final ZoneId UTC = ZoneId.of("UTC");
  private static final ZoneId VIENNA = ZoneId.of("Europe/Vienna");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          * * * * *              | 2026-01-01T00:00 | 2026-01-01T00:01
          0 3 * * *              | 2026-01-01T00:00 | 2026-01-01T03:00
          0 3 * * *              | 2026-01-01T03:00 | 2026-01-02T03:00
          */15 * * * *           | 2026-01-01T00:46 | 2026-01-01T01:00
          5/20 * * * *           | 2026-01-01T00:26 | 2026-01-01T00:45
          10-20/5 8-10 * * *     | 2026-01-01T10:20 | 2026-01-02T08:10
          0,30 9 * * MON-FRI     | 2026-01-02T09:30 | 2026-01-05T09:00
          0 0 * * SUN            | 2026-01-01T00:00 | 2026-01-04T00:00
          0 0 * * 7              | 2026-01-01T00:00 | 2026-01-04T00:00
          0 0 * * sat-sun        | 2026-01-04T00:00 | 2026-01-10T00:00
          0 0 1 JAN,jul *        | 2026-01-01T00:00 | 2026-07-01T00:00
          0 0 31 * *             | 2026-01-31T00:00 | 2026-03-31T00:00
          0 0 29 2 *             | 2026-01-01T00:00 | 2028-02-29T00:00
          0 0 29 2 *             | 2096-03-01T00:00 | 2104-02-29T00:00
          0 0 13 * FRI           | 2026-01-01T00:00 | 2026-01-02T00:00
          0 0 */2 * FRI          | 2026-01-01T00:00 | 2026-01-09T00:00
          59 23 31 12 *          | 2026-12-31T23:59 | 2027-12-31T23:59
          @daily                 | 2026-01-01T00:00 | 2026-01-02T00:00
          @hourly                | 2026-01-01T00:00 | 2026-01-01T01:00
          @weekly                | 2026-01-01T00:00 | 2026-01-04T00:00
          @monthly               | 2026-01-01T00:00 | 2026-02-01T00:00
          @yearly                | 2026-01-01T00:00 | 2027-01-01T00:00
          """)
  void theNextTickIsTheFirstMatchingMinuteAfterTheGivenOne(
      String expression, String after, String next) {
    assertThat(Cron.parse(expression).next(utc(after), UTC)).isEqualTo(utc(next));
  }

  @Test
  void secondsOfTheGivenMomentDoNotHideTheNextMinute() {
    assertThat(Cron.parse("* * * * *").next(Instant.parse("2026-01-01T00:00:59.999Z"), UTC))
        .isEqualTo("2026-01-01T00:01:00Z");
  }

  @Test
  void hoursAreThoseOfTheTimeZone() {
    assertThat(Cron.parse("0 3 * * *").next(Instant.parse("2026-07-01T00:00:00Z"), VIENNA))
        .isEqualTo("2026-07-01T01:00:00Z");
  }

  @Nested
  class WhenTheClocksGoForward {
    /** In Vienna, on 2026-03-29, 02:00 is followed by 03:00. */
    private static final String BEFORE = "2026-03-29T00:00+01:00";

    @Test
    void aTimeThatDoesNotExistTicksAtTheEndOfTheGap() {
      assertThat(ticks("30 2 * * *", BEFORE, 2))
          .containsExactly(at("2026-03-29T03:00+02:00"), at("2026-03-30T02:30+02:00"));
    }

    @Test
    void severalTimesInTheGapTickOnce() {
      assertThat(ticks("0,30 2 * * *", BEFORE, 2))
          .containsExactly(at("2026-03-29T03:00+02:00"), at("2026-03-30T02:00+02:00"));
    }

    @Test
    void aTickAMinuteBeforeTheGapDoesNotHideTheOneInIt() {
      assertThat(ticks("59 1,2 * * *", BEFORE, 3))
          .containsExactly(
              at("2026-03-29T01:59+01:00"),
              at("2026-03-29T03:00+02:00"),
              at("2026-03-30T01:59+02:00"));
    }

    @Test
    void anExpressionForEveryHourKeepsItsRhythm() {
      assertThat(ticks("*/30 * * * *", "2026-03-29T01:00+01:00", 3))
          .containsExactly(
              at("2026-03-29T01:30+01:00"),
              at("2026-03-29T03:00+02:00"),
              at("2026-03-29T03:30+02:00"));
    }
  }

  @Nested
  class WhenTheClocksGoBack {
    /** In Vienna, on 2026-10-25, 02:00 to 03:00 happens twice. */
    private static final String BEFORE = "2026-10-25T00:00+02:00";

    @Test
    void aTimeThatExistsTwiceTicksTheFirstTimeOnly() {
      assertThat(ticks("30 2 * * *", BEFORE, 2))
          .containsExactly(at("2026-10-25T02:30+02:00"), at("2026-10-26T02:30+01:00"));
    }

    @Test
    void aMomentInTheRepeatedHourIsFollowedByTheFirstTickAfterIt() {
      assertThat(ticks("30 2,3 * * *", "2026-10-25T02:10+01:00", 1))
          .containsExactly(at("2026-10-25T03:30+01:00"));
    }

    @Test
    void anExpressionForEveryHourTicksInBoth() {
      assertThat(ticks("30 * * * *", "2026-10-25T02:00+02:00", 3))
          .containsExactly(
              at("2026-10-25T02:30+02:00"),
              at("2026-10-25T02:30+01:00"),
              at("2026-10-25T03:30+01:00"));
    }
  }

  @Nested
  class Failures {
    @Test
    void aWrongNumberOfFieldsIsNamed() {
      assertThatThrownBy(() -> Cron.parse("0 3 * *"))
          .hasMessage(
              "Cron expression \"0 3 * *\" has 4 fields; expected five (minute, hour, day of month, month, day of week) or"
                  + " one of [@annually, @daily, @hourly, @midnight, @monthly, @weekly, @yearly]");
    }

    @Test
    void aValueOutOfRangeNamesTheFieldAndWhatIsAllowed() {
      assertThatThrownBy(() -> Cron.parse("0 24 * * *"))
          .hasMessage(
              "Cron expression \"0 24 * * *\", hour \"24\": 24 is out of range; allowed are 0 to 23, *, ranges as in 1-5,"
                  + " steps as in */2, and lists of these");
    }

    @Test
    void aWordThatIsNoNameNamesThoseThatAre() {
      assertThatThrownBy(() -> Cron.parse("0 0 * * FREITAG"))
          .hasMessage(
              "Cron expression \"0 0 * * FREITAG\", day of week \"FREITAG\": \"FREITAG\" is not a number or a name; allowed"
                  + " are 0 to 7, SUN to SAT, *, ranges as in 1-5, steps as in */2, and lists of these");
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        textBlock =
            """
            5-1 * * * *   | the range runs backwards
            */0 * * * *   | a step must be 1 or more
            1/2/3 * * * * | more than one step
            1-2-3 * * * * | a range has two ends
            ,1 * * * *    | is not a number
            0 0 L * *     | is not a number
            0 0 30 2 *    | never fires
            0 0 ? * *     | is not a number
            """)
    void otherMistakesAreNamedToo(String expression, String problem) {
      assertThatThrownBy(() -> Cron.parse(expression))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining(problem);
    }
  }

  private static List<Instant> ticks(String expression, String after, int count) {
    Cron cron = Cron.parse(expression);
    List<Instant> ticks = new ArrayList<>();
    Instant time = at(after);
    for (int i = 0; i < count; i++) {
      time = cron.next(time, VIENNA);
      ticks.add(time);
    }
    return ticks;
  }

  private static Instant at(String offsetDateTime) {
    return OffsetDateTime.parse(offsetDateTime).toInstant();
  }

  private static Instant utc(String local) {
    return LocalDateTime.parse(local).atZone(UTC).toInstant();
  }
}
