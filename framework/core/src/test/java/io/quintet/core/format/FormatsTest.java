package io.quintet.core.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormatsTest {
  private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
  private static final LocalDateTime MOMENT = LocalDateTime.of(2026, 3, 5, 14, 7, 9, 120_000_000);

  private static String date(String pattern) {
    return DateFormat.format(MOMENT, pattern, PARIS);
  }

  @Test
  void eachLetterStandsForAPartOfTheDate() {
    assertThat(date("Y-m-d H:i:s")).isEqualTo("2026-03-05 14:07:09");
    assertThat(date("D l jS F M b N n y z t L W o w"))
        .isEqualTo("Thu Thursday 5th March Mar mar March 3 26 64 31 False 10 2026 4");
    assertThat(date("P | f a A g G h u")).isEqualTo("2:07 p.m. | 2:07 p.m. PM 2 14 02 120000");
    assertThat(date("c | r | U | O T Z I"))
        .isEqualTo(
            "2026-03-05T14:07:09.120000 | Thu, 05 Mar 2026 14:07:09 +0100 | 1772716029 | +0100 CET 3600 0");
  }

  @ParameterizedTest
  @CsvSource({
    "Europe/Berlin, CEST",
    "Asia/Dubai, +04",
    "America/Sao_Paulo, -03",
    "Australia/Lord_Howe, +1030",
    "Asia/Kathmandu, +0545",
    "America/Adak, HDT",
    "Pacific/Guam, ChST",
    "UTC, UTC"
  })
  void aZoneIsNamedAsTheTimeZoneDatabaseNamesIt(String zone, String name) {
    ZonedDateTime summer = LocalDateTime.of(2026, 7, 1, 12, 0).atZone(ZoneId.of(zone));
    assertThat(DateFormat.format(summer, "T", PARIS)).isEqualTo(name);
  }

  @Test
  void partsOfASecondBefore1970AreCutOff() {
    ZonedDateTime early =
        LocalDateTime.of(1969, 12, 31, 23, 59, 58, 500_000_000).atZone(ZoneOffset.UTC);
    assertThat(DateFormat.format(early, "U", PARIS)).isEqualTo("-1");
  }

  @Test
  void aPatternWithoutLettersNeedsNoDate() {
    assertThat(DateFormat.literal("\\Y-")).contains("Y-");
    assertThat(DateFormat.literal("Y-")).isEmpty();
  }

  @Test
  void aBackslashKeepsTheLetter() {
    assertThat(date("jS \\o\\f F")).isEqualTo("5th of March");
  }

  @Test
  void midnightAndNoonHaveNames() {
    assertThat(DateFormat.formatTime(LocalTime.MIDNIGHT, "P", PARIS)).isEqualTo("midnight");
    assertThat(DateFormat.formatTime(LocalTime.NOON, "P", PARIS)).isEqualTo("noon");
    assertThat(DateFormat.formatTime(LocalTime.of(16, 0), "P", PARIS)).isEqualTo("4 p.m.");
  }

  @Test
  void aDateHasNoTimeAndATimeNoDate() {
    assertThatThrownBy(() -> DateFormat.format(LocalDate.of(2026, 1, 1), "H", PARIS))
        .hasMessage(
            "The format for date objects may not contain time-related format specifiers (found 'H').");
    assertThatThrownBy(() -> DateFormat.format(LocalTime.NOON, "Y", PARIS))
        .hasMessage("A time has no date: the format letter 'Y' needs one.");
    assertThatThrownBy(() -> DateFormat.formatTime(LocalTime.NOON, "Y", PARIS))
        .hasMessage("The time format 'Y' may not contain 'Y'; a time has: aAefgGhHiOPsTuZ.");
  }

  @Test
  void aZonedTimeShowsItsZone() {
    assertThat(
            DateFormat.format(ZonedDateTime.of(MOMENT, ZoneId.of("Asia/Tokyo")), "H:i e O", PARIS))
        .isEqualTo("14:07 JST +0900");
  }

  @Test
  void languagesHaveTheirFormats() {
    LocaleFormats german = LocaleFormats.of(Locale.GERMANY);
    assertThat(german.named("SHORT_DATE_FORMAT")).isEqualTo("d.m.Y");
    assertThat(NumberFormat.format(new BigDecimal("1234567.5"), german, true))
        .isEqualTo("1.234.567,5");
    assertThat(NumberFormat.format(1234567L, LocaleFormats.of("en"), true)).isEqualTo("1,234,567");
    assertThat(LocaleFormats.of("tlh").date()).isEqualTo(LocaleFormats.DEFAULT.date());
  }

  @Test
  void numbersAreGroupedAsTheirSizesSay() {
    assertThat(NumberFormat.format(12345678L, ".", null, new int[] {3, 2, 0}, ","))
        .isEqualTo("1,23,45,678");
    assertThat(NumberFormat.format(1.23456, ".", 2, new int[0], "")).isEqualTo("1.23");
    assertThat(NumberFormat.format(5, ".", 2, new int[0], "")).isEqualTo("5.00");
  }

  @Test
  void hugeExponentsStayExponents() {
    assertThat(NumberFormat.format(new BigDecimal("1e10000"), ".", null, new int[0], ""))
        .isEqualTo("1e+10000");
    assertThat(Decimals.round(new BigDecimal("1e10000"), 2, LocaleFormats.DEFAULT, false)).isNull();
  }

  @Test
  void decimalsAreRoundedHalfUp() {
    assertThat(Decimals.round(new BigDecimal("34.26"), -1, LocaleFormats.DEFAULT, false))
        .isEqualTo("34.3");
    assertThat(Decimals.round(new BigDecimal("34.00"), -1, LocaleFormats.DEFAULT, false))
        .isEqualTo("34");
    assertThat(Decimals.round(new BigDecimal("0.125"), 2, LocaleFormats.DEFAULT, false))
        .isEqualTo("0.13");
  }

  @Test
  void sizesHaveUnits() {
    assertThat(FileSizes.format(BigInteger.ONE, LocaleFormats.DEFAULT, false))
        .isEqualTo("1\u00a0byte");
    assertThat(FileSizes.format(BigInteger.valueOf(4_300), LocaleFormats.DEFAULT, false))
        .isEqualTo("4.2\u00a0KB");
    assertThat(FileSizes.format(BigInteger.valueOf(-1_048_576), LocaleFormats.DEFAULT, false))
        .isEqualTo("-1.0\u00a0MB");
  }

  @Test
  void theTimeBetweenMomentsHasTwoUnits() {
    assertThat(TimeSince.between(MOMENT, MOMENT.plusDays(10)))
        .isEqualTo("1\u00a0week, 3\u00a0days");
    assertThat(TimeSince.between(MOMENT, MOMENT.plusMonths(14)))
        .isEqualTo("1\u00a0year, 2\u00a0months");
    assertThat(TimeSince.between(MOMENT, MOMENT.minusDays(1))).isEqualTo("0\u00a0minutes");
    assertThatThrownBy(() -> TimeSince.between(MOMENT, MOMENT, 0))
        .hasMessage("depth must be greater than 0.");
  }

  @Test
  void localizedInputIsReadBack() {
    LocaleFormats german = LocaleFormats.of("de");
    assertThat(LocalizedInput.read("1.234,5", german, true)).isEqualTo("1234.5");
    assertThat(LocalizedInput.show(new BigDecimal("1234.5"), german, false)).isEqualTo("1234,5");
  }
}
