package io.quintet.core.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;

class DateTextTest {
  @Test
  void daysAreReadInTheFormsOfIso8601AndLooser() {
    LocalDate day = LocalDate.of(2026, 3, 5);
    assertThat(DateText.date("2026-03-05")).contains(day);
    assertThat(DateText.date("20260305")).contains(day);
    assertThat(DateText.date("2026-W10-4")).contains(day);
    assertThat(DateText.date("2026-3-5")).contains(day);
    assertThat(DateText.date("5.3.2026")).isEmpty();
    assertThatThrownBy(() -> DateText.date("2026-02-30")).isInstanceOf(DateTimeException.class);
  }

  @Test
  void timesLoseTheirOffset() {
    assertThat(DateText.time("09:15:00.5+02:00")).contains(LocalTime.of(9, 15, 0, 500_000_000));
    assertThat(DateText.time("0915")).contains(LocalTime.of(9, 15));
    assertThat(DateText.time("9:5")).contains(LocalTime.of(9, 5));
    assertThat(DateText.time("9")).isEmpty();
  }

  @Test
  void momentsKeepTheirOffset() {
    assertThat(DateText.dateTime("2026-03-05T10:20:30Z"))
        .contains(OffsetDateTime.parse("2026-03-05T10:20:30Z"));
    assertThat(DateText.dateTime("2026-3-5 7:05")).contains(LocalDateTime.of(2026, 3, 5, 7, 5));
    assertThat(DateText.dateTime("2026-03-05")).contains(LocalDateTime.of(2026, 3, 5, 0, 0));
    assertThat(DateText.dateTime("10:20")).isEmpty();
  }

  @Test
  void lengthsOfTimeAreReadAndWritten() {
    Duration length = Duration.parse("P1DT2H3M4.5S");
    assertThat(Durations.format(length)).isEqualTo("1 02:03:04.500000");
    assertThat(Durations.formatIso(length)).isEqualTo("P1DT02H03M04.500000S");
    assertThat(Durations.formatIso(length.negated())).isEqualTo("-P1DT02H03M04.500000S");
    assertThat(Durations.parse("1 02:03:04.5")).isEqualTo(length);
    assertThat(Durations.parse("P1DT2H3M4.5S")).isEqualTo(length);
    assertThat(Durations.parse("tomorrow")).isNull();
  }
}
